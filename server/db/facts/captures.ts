import { SourceId } from "@/domain/ids";
import type { SourceFacts } from "@/domain/source/facts";
import type { Tx } from "@/server/db";

/** The newest capture of each of these sources. */
export async function capturesOf(
  tx: Tx,
  ids: readonly SourceId[],
): Promise<Map<SourceId, NonNullable<SourceFacts["capture"]>>> {
  const rows = await tx.$queryRaw<{ source_id: string; at: Date; sha256: string; readable: boolean }[]>`
    select distinct on (source_id) source_id, at, sha256, text_sha256 is not null as readable
    from capture where source_id = any(${[...ids]}::uuid[])
    order by source_id, at desc, id desc`;
  return new Map(
    rows.map(({ source_id, at, sha256, readable }) => [
      SourceId.parse(source_id),
      { at: at.toISOString(), sha256, readable },
    ]),
  );
}
