import { z } from "zod";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { blocksOf } from "@/domain/source/blocks";
import { type IdentityKey, IdentityScheme, identityKeys, keyText } from "@/domain/source/identity";
import { normalKeys } from "@/domain/source/normal-key";
import { command } from "@/server/commands/command";
import { db, inTransaction, type Tx } from "@/server/db";
import { notePair } from "@/server/db/duplicates";
import { recordFrom } from "@/server/db/rows";
import { holderOf } from "@/server/db/sources";

const batch = 1000;

/**
 * After an upgrade that changed the rules of identity: makes the keys of every source anew. A key that another source
 * holds is not taken from it; the two are listed as duplicates. What is as it should be is only read, so that it may run
 * at every start.
 */
export const rekey = command({
  name: "source.rekey",
  input: z.strictObject({}),
  run: async (actor) => {
    if (actor.id) return fail({ kind: "forbidden" });
    let [after, changed, collided] = ["00000000-0000-0000-0000-000000000000", 0, 0];
    for (;;) {
      const rows = await db.source.findMany({
        where: { id: { gt: after }, mergedIntoId: null },
        orderBy: { id: "asc" },
        take: batch,
        select: { id: true, record: true, blocks: true, version: true },
      });
      const last = rows.at(-1);
      if (!last) return ok({ changed, collided });
      after = last.id;
      const keys = await db.sourceKey.findMany({ where: { sourceId: { in: rows.map(({ id }) => id) } } });
      changed += await refreshBlocks(rows);
      for (const row of rows) {
        const held = keys.filter(({ sourceId }) => sourceId === row.id);
        if (!isStale(row, held)) continue;
        changed++;
        collided += await inTransaction((tx) => renew(tx, SourceId.parse(row.id)));
      }
    }
  },
});

type Held = { scheme: string; value: string };
type Row = { id: string; record: Parameters<typeof recordFrom>[0]; blocks: string[]; version: number };

/** Writes the blocks of a whole batch at once where they are others by now, unless a source changed meanwhile. */
async function refreshBlocks(rows: readonly Row[]): Promise<number> {
  const fresh = rows
    .map(({ id, record, blocks, version }) => ({ id, version, old: blocks, blocks: blocksOf(recordFrom(record)) }))
    .filter(({ old, blocks }) => blocks.length !== old.length || blocks.some((block, at) => block !== old[at]));
  if (fresh.length === 0) return 0;
  return db.$executeRaw`
    update source set blocks = array(select jsonb_array_elements_text(fresh.blocks))
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as fresh(id uuid, version int, blocks jsonb)
    where source.id = fresh.id and source.version = fresh.version`;
}

/** Both the keys that its record gives today and those that came with a merge, in today's form. */
function wantedKeys({ record }: Pick<Row, "record">, held: readonly Held[]): IdentityKey[] {
  const brought = held.flatMap(({ scheme, value }) => {
    const known = IdentityScheme.safeParse(scheme);
    return known.success ? normalKeys({ scheme: known.data, value }) : [];
  });
  const all = [...identityKeys(recordFrom(record)), ...brought];
  return [...new Map(all.map((key) => [keyText(key), key])).values()];
}

const textOf = ({ scheme, value }: Held): string => `${scheme}:${value}`;

function isStale(row: Row, held: readonly Held[]): boolean {
  const wanted = new Set(wantedKeys(row, held).map(keyText));
  const has = new Set(held.map(textOf));
  return [...wanted].some((key) => !has.has(key)) || [...has].some((key) => !wanted.has(key));
}

/** Writes the keys of one source as they are under today's rules; answers how many keys another one holds. */
async function renew(tx: Tx, sourceId: SourceId): Promise<number> {
  await tx.$queryRaw`select id from source where id = ${sourceId}::uuid for update`;
  const row = await tx.source.findUnique({ where: { id: sourceId } });
  if (!row || row.mergedIntoId) return 0;
  const held = await tx.sourceKey.findMany({ where: { sourceId } });
  const wanted = wantedKeys(row, held);
  const kept = new Set(wanted.map(keyText));
  const gone = held.filter((key) => !kept.has(textOf(key)));
  for (const { scheme, value } of gone) await tx.sourceKey.delete({ where: { scheme_value: { scheme, value } } });
  let collided = 0;
  for (const key of wanted) {
    const holder = await holderOf(tx, [key], sourceId);
    if (holder) {
      collided++;
      await notePair(tx, sourceId, holder.sourceId, {
        score: 1,
        reason: `same ${key.scheme === "url" ? "web address" : key.scheme.toUpperCase()}`,
      });
    } else await tx.sourceKey.createMany({ data: [{ ...key, sourceId }], skipDuplicates: true });
  }
  return collided;
}
