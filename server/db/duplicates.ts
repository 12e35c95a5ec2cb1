import { SourceId } from "@/domain/ids";
import { blocksOf } from "@/domain/source/blocks";
import { type Likeness, likelySame } from "@/domain/source/likeness";
import type { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { recordFrom } from "@/server/db/rows";

/** A source that is likely the same work as another, and why. */
export type Likely = Likeness & { sourceId: SourceId; title: string };

/** Sources that are compared with a new one at most; a block of more has nothing telling in it. */
const most = 60;

/** The sources of the library that are likely the work of this record, the likeliest first; none that were said to be another. */
export async function likelyOf(tx: Tx, record: SourceRecord, except?: SourceId): Promise<Likely[]> {
  const rows = await tx.source.findMany({
    where: {
      mergedIntoId: null,
      blocks: { hasSome: blocksOf(record) },
      ...(except ? { NOT: { id: except } } : {}),
    },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true, title: true, record: true },
  });
  return rows
    .flatMap((row): Likely[] => {
      const likeness = likelySame(record, recordFrom(row.record));
      return likeness ? [{ ...likeness, sourceId: SourceId.parse(row.id), title: row.title }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 10);
}

/** Lists a source beside all that are likely the same work, on entry and after an edit, and answers them. */
export async function noteLikely(tx: Tx, sourceId: SourceId, record: SourceRecord): Promise<Likely[]> {
  const likely = await likelyOf(tx, record, sourceId);
  for (const { sourceId: other, score, reason } of likely) await notePair(tx, sourceId, other, { score, reason });
  return likely;
}

/** Lists two sources as likely the same work. A pair that somebody said is two works stays dismissed. */
export async function notePair(tx: Tx, one: SourceId, other: SourceId, { score, reason }: Likeness): Promise<void> {
  const [first, second] = [one, other].toSorted();
  await tx.$executeRaw`
    insert into duplicate (source_id, other_id, reason, score)
    values (${first}::uuid, ${second}::uuid, ${reason}, ${score})
    on conflict (source_id, other_id)
      do update set reason = excluded.reason, score = excluded.score, found_at = excluded.found_at
    where duplicate.dismissed_at is null`;
}

/** A listed pair with its row locked, in either order of the two; null where they are not listed. */
export async function lockPair(tx: Tx, one: SourceId, other: SourceId) {
  const [sourceId = one, otherId = other] = [one, other].toSorted();
  const key = { sourceId, otherId };
  await tx.$queryRaw`select 1 from duplicate where source_id = ${sourceId}::uuid and other_id = ${otherId}::uuid for update`;
  const row = await tx.duplicate.findUnique({ where: { sourceId_otherId: key } });
  if (!row) return null;
  const titles = await tx.source.findMany({
    where: { id: { in: [sourceId, otherId] } },
    select: { id: true, title: true },
  });
  const titleOf = (id: SourceId) => titles.find((source) => source.id === id)?.title ?? "";
  return {
    key,
    dismissedAt: row.dismissedAt,
    particulars: { source: sourceId, other: otherId, title: titleOf(sourceId), otherTitle: titleOf(otherId) },
  };
}
