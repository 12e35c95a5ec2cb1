import { canonicalJson } from "@/domain/document/canonical";
import { SourceId, type UserId } from "@/domain/ids";
import { identityKeys, keyText } from "@/domain/source/identity";
import type { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { newId } from "@/server/db/ids";
import { json, recordFrom } from "@/server/db/rows";
import { projectionsOf } from "@/server/db/sources";

/** A record to bring in, with the text that it was read from and where that came from. */
export type Incoming = { record: SourceRecord; original: string; from: string };
/** What became of one: the source that was made of it, or the one that the library had. */
export type Brought = { sourceId: SourceId; added: boolean };

/**
 * Brings records into the library, all at once and in their order. One that shares an identifier with a source, or says the
 * very same, is that source; the same work twice in the list is one.
 */
export async function importSources(tx: Tx, incoming: readonly Incoming[], author: UserId): Promise<Brought[]> {
  const keyed = incoming.map((one) => ({ ...one, keys: identityKeys(one.record), text: canonicalJson(one.record) }));
  const holders = await holdersOf(
    tx,
    keyed.flatMap(({ keys }) => keys.map(keyText)),
  );
  const same = await sameRecords(
    tx,
    keyed.map(({ record }) => record.title),
  );
  const at = new Date().toISOString();
  const sources: Parameters<Tx["source"]["createMany"]>[0] & { data: object[] } = { data: [] };
  const newKeys: { scheme: string; value: string; sourceId: SourceId }[] = [];
  const brought = keyed.map(({ record, keys, text, original, from }): Brought => {
    const names = keys.map(keyText);
    const known = names.map((name) => holders.get(name)).find((id) => id !== undefined) ?? same.get(text);
    if (known) return { sourceId: known, added: false };
    const sourceId = SourceId.parse(newId());
    const origins = Object.fromEntries(Object.keys(record).map((field) => [field, { from, at }]));
    sources.data.push({
      id: sourceId,
      createdById: author,
      original,
      origins: json(origins),
      ...projectionsOf(record),
    });
    newKeys.push(...keys.map(({ scheme, value }) => ({ scheme, value, sourceId })));
    for (const name of names) holders.set(name, sourceId);
    same.set(text, sourceId);
    return { sourceId, added: true };
  });
  if (sources.data.length > 0) await tx.source.createMany(sources);
  if (newKeys.length > 0) await tx.sourceKey.createMany({ data: newKeys });
  return brought;
}

/** Who holds these keys; they stay as they are until the transaction ends, as everybody who writes keys asks for these locks. */
async function holdersOf(tx: Tx, names: readonly string[]): Promise<Map<string, SourceId>> {
  const sorted = [...new Set(names)].sort();
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('source key ' || name, 0))
    from (select name from unnest(${sorted}::text[]) with ordinality as asked (name, place) order by place) as sorted`;
  const rows = await tx.$queryRaw<{ name: string; source_id: string }[]>`
    select k.scheme || ':' || k.value as name, k.source_id from source_key k
    where (k.scheme, k.value) in (
      select split_part(name, ':', 1), substr(name, strpos(name, ':') + 1) from unnest(${sorted}::text[]) as asked (name))`;
  return new Map(rows.map((row) => [row.name, SourceId.parse(row.source_id)]));
}

/** Sources of these titles by all that their records say. */
async function sameRecords(tx: Tx, titles: readonly string[]): Promise<Map<string, SourceId>> {
  const rows = await tx.source.findMany({
    where: { title: { in: [...new Set(titles)] }, mergedIntoId: null },
    select: { id: true, record: true },
  });
  return new Map(rows.map((row) => [canonicalJson(recordFrom(row.record)), SourceId.parse(row.id)]));
}
