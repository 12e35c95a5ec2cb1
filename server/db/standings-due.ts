import { SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** The moment that says: somebody asked. It comes before all that is merely due. */
const asked = new Date(0);

/**
 * The sources whose works are to be looked up now: those that somebody asked for, the one that may have other identifiers
 * now, then those never looked up and those whose time has come.
 */
export async function dueStandings(
  tx: Tx,
  { most, askedOnly, changed }: { most: number; askedOnly: boolean; changed: SourceId | null },
): Promise<SourceId[]> {
  const until = askedOnly ? asked : new Date();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select source.id
    from source left join source_standing on source_standing.source_id = source.id
    where source.merged_into is null
      and exists (select from source_key where source_key.source_id = source.id and scheme in ('doi', 'pmid'))
      and (source_standing.next_at <= ${until} or source.id = ${changed}::uuid
        or (source_standing.source_id is null and not ${askedOnly}::boolean))
    order by source_standing.next_at nulls last, source.id
    limit ${most}`;
  return rows.map((row) => SourceId.parse(row.id));
}

/** Has works looked up before all that is merely due; sources without an identifier of a work are counted out. */
export async function askStandings(tx: Tx, ids: readonly SourceId[]): Promise<number> {
  return tx.$executeRaw`
    insert into source_standing (source_id, state, next_at)
    select distinct source_key.source_id, 'unchecked', ${asked}::timestamptz
    from source_key where source_id = any(${[...ids]}::uuid[]) and scheme in ('doi', 'pmid')
    on conflict (source_id) do update set next_at = excluded.next_at`;
}
