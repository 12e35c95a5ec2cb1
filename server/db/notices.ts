import type { Notice } from "@/domain/source/notice";
import type { NoticeKey } from "@/domain/source/notice-keys";
import type { Tx } from "@/server/db";

/** A notice as it is kept: with the reasons that its origin gives. */
export type KeptNotice = Notice & { reasons: string };

/**
 * Keeps notices, each once for its work, kind and origin; of one that is known already a later day is taken over. Answers
 * the works that something new was said of.
 */
export async function keepNotices(
  tx: Tx,
  notices: readonly KeptNotice[],
  origin: string,
): Promise<{ added: number; about: NoticeKey[] }> {
  let added = 0;
  const about: NoticeKey[] = [];
  const single = [...new Map(notices.map((one) => [keyOf(one), one])).values()];
  for (let at = 0; at < single.length; at += batch) {
    const rows = await write(tx, single.slice(at, at + batch), origin);
    added += rows.filter(({ fresh }) => fresh).length;
    for (const { scheme, value } of rows) about.push({ scheme: scheme === "pmid" ? "pmid" : "doi", value });
  }
  return { added, about };
}

const batch = 5_000;
const keyOf = ({ of, kind, notice }: Notice): string => JSON.stringify([of.scheme, of.value, kind, notice]);

type Written = { scheme: string; value: string; fresh: boolean };

function write(tx: Tx, notices: readonly KeptNotice[], origin: string): Promise<Written[]> {
  return tx.$queryRaw<Written[]>`
    insert into retraction_notice (id, scheme, value, kind, noticed_on, notice, reasons, origin)
    select gen_random_uuid(), told.*, ${origin}
    from unnest(
      ${notices.map(({ of }) => of.scheme)}::text[],
      ${notices.map(({ of }) => of.value)}::text[],
      ${notices.map(({ kind }) => kind)}::text[],
      ${notices.map(({ noticedOn }) => noticedOn)}::date[],
      ${notices.map(({ notice }) => notice)}::text[],
      ${notices.map(({ reasons }) => reasons)}::text[]
    ) as told
    on conflict (scheme, value, kind, origin, coalesce(notice, '')) do update
      set noticed_on = greatest(retraction_notice.noticed_on, excluded.noticed_on), reasons = excluded.reasons
      where greatest(retraction_notice.noticed_on, excluded.noticed_on) is distinct from retraction_notice.noticed_on
    returning scheme, value, xmax = 0 as fresh`;
}
