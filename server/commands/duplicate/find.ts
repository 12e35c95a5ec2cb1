import { z } from "zod";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { likelySame } from "@/domain/source/likeness";
import type { SourceRecord } from "@/domain/source/record";
import { command } from "@/server/commands/command";
import { db } from "@/server/db";
import { notePair } from "@/server/db/duplicates";
import { recordFrom } from "@/server/db/rows";

/** A block of more sources has nothing telling in it ("annual report"); the others of its sources' blocks still are. */
const largest = 30;
const batch = 2000;

/**
 * Goes through the whole library: sources that share a block are compared, and those likely of one work are listed.
 * Pairs of which that is true no more are taken off, unless somebody said that they are two works. May run at any time.
 */
export const find = command({
  name: "duplicate.find",
  input: z.strictObject({}),
  run: async (actor) => {
    if (actor.id) return fail({ kind: "forbidden" });
    const [row] = await db.$queryRaw<{ began: Date }[]>`select now() as began`;
    const began = row?.began ?? new Date();
    const pairs = await candidates();
    let listed = 0;
    for (let at = 0; at < pairs.length; at += batch) listed += await compare(pairs.slice(at, at + batch));
    const { count: gone } = await db.duplicate.deleteMany({ where: { dismissedAt: null, foundAt: { lt: began } } });
    return ok({ compared: pairs.length, listed, gone });
  },
});

type Pair = readonly [one: string, other: string];

/** All pairs that share a block, each once. */
async function candidates(): Promise<Pair[]> {
  const blocks = await db.$queryRaw<{ ids: string[] }[]>`
    select array_agg(source.id::text order by source.id) as ids
    from source, unnest(blocks) as block
    where merged_into is null
    group by block having count(*) between 2 and ${largest}`;
  const seen = new Set<string>();
  for (const { ids } of blocks)
    for (const [at, one] of ids.entries()) for (const other of ids.slice(at + 1)) seen.add(`${one} ${other}`);
  return [...seen].map((pair): Pair => {
    const [one = "", other = ""] = pair.split(" ");
    return [one, other];
  });
}

async function compare(pairs: readonly Pair[]): Promise<number> {
  const rows = await db.source.findMany({
    where: { id: { in: [...new Set(pairs.flat())] }, mergedIntoId: null },
    select: { id: true, record: true },
  });
  const records = new Map<string, SourceRecord>(rows.map(({ id, record }) => [id, recordFrom(record)]));
  const likely = pairs.flatMap(([one, other]) => {
    const [left, right] = [records.get(one), records.get(other)];
    const likeness = left && right ? likelySame(left, right) : null;
    return likeness ? [{ one: SourceId.parse(one), other: SourceId.parse(other), likeness }] : [];
  });
  if (likely.length > 0)
    await db.$transaction(
      async (tx) => {
        for (const { one, other, likeness } of likely) await notePair(tx, one, other, likeness);
      },
      { timeout: 60_000 },
    );
  return likely.length;
}
