import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import { db } from "@/server/db";
import { cursorText, readCursor } from "@/server/db/paging";
import { recordFrom } from "@/server/db/rows";

/** One of two sources that are likely the same work; `usedIn` counts the articles that have it on their lists. */
export type Twin = {
  id: SourceId;
  version: number;
  record: SourceRecord;
  keys: { scheme: string; value: string }[];
  usedIn: number;
};

/** Two sources, how alike they are and why; the one to keep, by what rests on it and what it says, comes first. */
export type DuplicatePair = { two: readonly [Twin, Twin]; score: number; reason: string };

/** A page of pairs, the likeliest first. `total` counts them all. */
export type Duplicates = { pairs: DuplicatePair[]; total: number; next: string | null };

const size = 20;

/** The pairs of sources that are likely one work and of which nobody has said yet; null where the actor may not look. */
export async function duplicates(actor: Actor, after: string | null = null): Promise<Duplicates | null> {
  if (!may("source.read", actor)) return null;
  const [score, one, other] = readCursor(Cursor, after) ?? [null, null, null];
  const rows = await db.$queryRaw<{ source_id: string; other_id: string; score: number; reason: string }[]>`
    select d.source_id, d.other_id, d.score, d.reason
    from duplicate d join source a on a.id = d.source_id join source b on b.id = d.other_id
    where d.dismissed_at is null and a.merged_into is null and b.merged_into is null
      and (${score}::float8 is null or (-d.score, d.source_id, d.other_id) > (-${score}::float8, ${one}::uuid, ${other}::uuid))
    order by d.score desc, d.source_id, d.other_id limit ${size + 1}`;
  const shown = rows.slice(0, size);
  const twins = await twinsOf(shown.flatMap((row) => [row.source_id, row.other_id]));
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    pairs: shown.flatMap((row): DuplicatePair[] => {
      const [left, right] = [twins.get(row.source_id), twins.get(row.other_id)];
      if (!left || !right) return [];
      const two = weightOf(right) > weightOf(left) ? ([right, left] as const) : ([left, right] as const);
      return [{ two, score: row.score, reason: row.reason }];
    }),
    total: await openPairs(),
    next: last ? cursorText([last.score, last.source_id, last.other_id]) : null,
  };
}

const Cursor = z.tuple([z.number(), z.uuid(), z.uuid()]);

/** How many pairs wait for somebody's word. */
async function openPairs(): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total
    from duplicate d join source a on a.id = d.source_id join source b on b.id = d.other_id
    where d.dismissed_at is null and a.merged_into is null and b.merged_into is null`;
  return row?.total ?? 0;
}

async function twinsOf(ids: string[]): Promise<Map<string, Twin>> {
  const rows = await db.source.findMany({
    where: { id: { in: ids } },
    select: { id: true, version: true, record: true },
  });
  const keys = await db.sourceKey.findMany({
    where: { sourceId: { in: ids } },
    orderBy: [{ scheme: "asc" }, { value: "asc" }],
  });
  const uses = await db.$queryRaw<{ id: string; articles: number }[]>`
    select source_id as id, count(distinct article_id)::int as articles from reference
    where source_id = any(${ids}::uuid[]) and removed_at is null group by source_id`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: SourceId.parse(row.id),
        version: row.version,
        record: recordFrom(row.record),
        keys: keys.filter((key) => key.sourceId === row.id).map(({ scheme, value }) => ({ scheme, value })),
        usedIn: uses.find((use) => use.id === row.id)?.articles ?? 0,
      },
    ]),
  );
}

const weightOf = ({ usedIn, record, keys }: Twin): number =>
  usedIn * 100 + keys.length * 10 + Object.keys(record).length;
