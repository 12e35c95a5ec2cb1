import { SourceId } from "@/domain/ids";
import { keyText } from "@/domain/source/identity";
import { type Notice, noticeKinds } from "@/domain/source/notice";
import { type NoticeKey, noticeIdentities } from "@/domain/source/notice-keys";
import { standingOf } from "@/domain/source/standing";
import type { Tx } from "@/server/db";
import type { Fact } from "@/server/db/events";
import { addJob } from "@/server/db/jobs";
import { recordFrom } from "@/server/db/rows";

/** What a look-up came to: when it is to be repeated, and whether the answer could be read. */
export type LookedUp = { at: Date; nextAt: Date; readable: boolean; reason: string };

/**
 * Works out anew how a source's work stands by the notices that are kept of it and writes it. Answers what history is to
 * be told, null where it is no news. `looked` is a look-up that was just made; a failed one leaves what is known alone.
 */
export async function writeStanding(tx: Tx, sourceId: SourceId, looked: LookedUp | null): Promise<Fact | null> {
  await tx.$queryRaw`select id from source where id = ${sourceId}::uuid for update`;
  const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: { record: true, title: true } });
  const identities = noticeIdentities(recordFrom(source.record));
  const keys = identities.map(keyText).sort();
  const row = await tx.sourceStanding.findUnique({ where: { sourceId } });
  const isSame = row !== null && keys.every((key) => row.keys.includes(key));
  const before = isSame ? row : null;
  const wasLookedUp = before !== null && before.checkedAt !== null && before.state !== "unchecked";
  const standing = standingOf(await noticesOf(tx, identities), looked?.readable === true || wasLookedUp);
  const changed = standing.state !== (before?.state ?? "unchecked") || standing.notice !== (before?.notice ?? null);
  const isAnswer = looked?.readable === true || (looked !== null && standing.state === "unchecked");
  const checkedAt = isAnswer ? looked.at : (before?.checkedAt ?? null);
  const data = {
    state: standing.state,
    notice: standing.notice,
    noticedOn: standing.noticedOn === null ? null : new Date(standing.noticedOn),
    keys,
    checkedAt,
    ...(changed ? { since: new Date() } : {}),
    ...(looked
      ? { nextAt: looked.nextAt, reason: looked.reason, failures: looked.readable ? 0 : (before?.failures ?? 0) + 1 }
      : {}),
  };
  await tx.sourceStanding.upsert({ where: { sourceId }, create: { sourceId, ...data }, update: data });
  // Drafts that said "unknown" or "old" say so no more; that nothing was found against a work is no news for history.
  const isNews = changed && standing.state !== "clear";
  if (!isNews && (changed || isOld(before?.checkedAt ?? null)))
    await addJob(tx, { task: "recount", payload: { citing: sourceId }, key: `recount-citing:${sourceId}` });
  if (!isNews) return null;
  const { title } = source;
  return {
    type: "source.standing-changed",
    article: null,
    data: { source: sourceId, title, before: before?.state ?? "unchecked", ...standing },
  };
}

/** Whether some house may have called a look-up old by now. */
const isOld = (checkedAt: Date | null): boolean => checkedAt === null || Date.now() - checkedAt.getTime() > 86_400_000;

/** All notices that are kept about works with these identifiers. */
async function noticesOf(tx: Tx, identities: readonly NoticeKey[]): Promise<Notice[]> {
  if (identities.length === 0) return [];
  const rows = await tx.retractionNotice.findMany({
    where: { OR: identities.map(({ scheme, value }) => ({ scheme, value })) },
  });
  return rows.flatMap((row) => {
    const kind = noticeKinds.find((one) => one === row.kind);
    const of = identities.find(({ scheme, value }) => scheme === row.scheme && value === row.value);
    if (!kind || !of) return [];
    return [{ of, kind, notice: row.notice, noticedOn: row.noticedOn?.toISOString().slice(0, 10) ?? null }];
  });
}

/** The sources that have one of these identifiers, in the order of their ids. */
export async function sourcesWith(tx: Tx, keys: readonly NoticeKey[]): Promise<SourceId[]> {
  if (keys.length === 0) return [];
  const rows = await tx.$queryRaw<{ source_id: string }[]>`
    select distinct source_key.source_id
    from source_key
    join unnest(${keys.map(({ scheme }) => scheme)}::text[], ${keys.map(({ value }) => value)}::text[]) as asked (scheme, value)
      on source_key.scheme = asked.scheme and source_key.value = asked.value
    join source on source.id = source_key.source_id and source.merged_into is null
    order by source_key.source_id`;
  return rows.map((row) => SourceId.parse(row.source_id));
}
