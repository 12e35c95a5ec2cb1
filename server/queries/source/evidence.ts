import type { SourceId } from "@/domain/ids";
import type { LinkState, QuoteVerdict, StandingState } from "@/domain/source/facts";
import type { DiffPart } from "@/domain/source/quote/word-diff";
import type { Tx } from "@/server/db";
import { linkStateFrom } from "@/server/db/link-record";
import { diffFrom, quoteVerdictFrom, standingFrom } from "@/server/db/rows";

/** One look at a source's address; `outcome` is one of domain/source/link-look. */
export type Look = { at: string; outcome: string; status: number | null; reason: string };

/** A copy that is kept of what a source's address answered; `sha256` is of the bytes. */
export type KeptCopy = {
  id: string;
  at: string;
  title: string | null;
  mediaType: string;
  size: number;
  sha256: string;
  readable: boolean;
  reason: string;
};

/** What is known of a source from outside: its address over time, its work, the copies, and the quotes looked for in them. */
export type Evidence = {
  link: {
    url: string;
    state: LinkState;
    since: string;
    checkedAt: string | null;
    reason: string;
    finalUrl: string | null;
    archiveUrl: string | null;
  } | null;
  /** The newest last, at most 120. */
  looks: Look[];
  standing: {
    state: StandingState;
    checkedAt: string | null;
    notice: string | null;
    noticedOn: string | null;
    reason: string;
  } | null;
  /** The newest first, at most 50; `copiesInAll` counts them all. */
  copies: KeptCopy[];
  copiesInAll: number;
  /** Each quote as it was last looked for. */
  quotes: { quote: string; verdict: QuoteVerdict; at: string; passage: string | null; diff: DiffPart[] | null }[];
  tasks: { id: string; words: string }[];
};

/** Reads all that checks have found of a source. */
export async function evidenceOf(tx: Tx, sourceId: SourceId): Promise<Evidence> {
  const link = await tx.sourceLink.findUnique({ where: { sourceId } });
  const looks = await tx.linkCheck.findMany({
    where: { sourceId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 120,
  });
  const standing = await tx.sourceStanding.findUnique({ where: { sourceId } });
  const copies = await tx.capture.findMany({
    where: { sourceId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
  });
  const tasks = await tx.task.findMany({
    where: { sourceId, doneAt: null },
    orderBy: { openedAt: "desc" },
    select: { id: true, words: true },
    take: 20,
  });
  return {
    link: link && {
      url: link.url,
      state: linkStateFrom(link.state),
      since: link.since.toISOString(),
      checkedAt: link.checkedAt?.toISOString() ?? null,
      reason: link.reason,
      finalUrl: link.finalUrl,
      archiveUrl: link.archiveUrl,
    },
    looks: looks
      .toReversed()
      .map(({ at, outcome, status, reason }) => ({ at: at.toISOString(), outcome, status, reason })),
    standing: standing && {
      state: standingFrom(standing.state),
      checkedAt: standing.checkedAt?.toISOString() ?? null,
      notice: standing.notice,
      noticedOn: standing.noticedOn?.toISOString().slice(0, 10) ?? null,
      reason: standing.reason,
    },
    copies: copies.map(({ id, at, title, mediaType, size, sha256, textSha256, reason }) => ({
      id,
      at: at.toISOString(),
      title,
      mediaType,
      size,
      sha256,
      readable: textSha256 !== null,
      reason,
    })),
    copiesInAll: await tx.capture.count({ where: { sourceId } }),
    quotes: await quotesOf(tx, sourceId),
    tasks,
  };
}

async function quotesOf(tx: Tx, sourceId: SourceId): Promise<Evidence["quotes"]> {
  const rows = await tx.$queryRaw<
    { quote: string; verdict: string; at: Date; passage: string | null; diff: Parameters<typeof diffFrom>[0] }[]
  >`
    select distinct on (quote_sha256) quote, verdict, at, passage, diff from quote_check
    where source_id = ${sourceId}::uuid order by quote_sha256, at desc, id desc limit 50`;
  return rows.map(({ quote, verdict, at, passage, diff }) => ({
    quote,
    verdict: quoteVerdictFrom(verdict),
    at: at.toISOString(),
    passage,
    diff: diffFrom(diff),
  }));
}
