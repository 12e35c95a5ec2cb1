import type { SourceId, UserId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import { identityKeys } from "@/domain/source/identity";
import type { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { addSource, holderOf, standingSource } from "@/server/db/sources";

/** References whose sources are in the library, and the sources that came into it with them. */
export type Kept = { references: Reference[]; created: { source: SourceId; record: SourceRecord }[] };

/**
 * Brings the sources of references into the library; a work that it has under the same identifier is taken, and stays as
 * it is. All identifiers are locked first and in one order, so that two imports wait for each other.
 */
export async function keepSources(tx: Tx, references: readonly Reference[], author: UserId): Promise<Kept> {
  await holderOf(
    tx,
    references.flatMap(({ source }) => (source ? identityKeys(source.record) : [])),
  );
  const created: Kept["created"] = [];
  const kept: Reference[] = [];
  for (const reference of references) {
    const record = reference.source?.record;
    if (!record) {
      kept.push(reference);
      continue;
    }
    const made = await addSource(tx, record, author);
    const id = made.ok ? made.value : await standingSource(tx, made.error.sourceId);
    if (made.ok) created.push({ source: made.value, record });
    kept.push({ ...reference, source: id === null ? null : { id, record } });
  }
  return { references: kept, created };
}
