import { SourceId } from "@/domain/ids";
import type { CitedSource } from "@/domain/rules/manuscript";
import type { SourceFacts } from "@/domain/source/facts";
import { noticeKeys } from "@/domain/source/notice-keys";
import type { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { standingFrom } from "@/server/db/rows";

/** How sources' works stand. What was looked up under identifiers that a source no longer has counts as not looked up. */
export async function standingsOf(
  tx: Tx,
  sources: readonly CitedSource[],
): Promise<Map<SourceId, NonNullable<SourceFacts["standing"]>>> {
  const rows = await tx.sourceStanding.findMany({ where: { sourceId: { in: sources.map(({ id }) => id) } } });
  const records = new Map<string, SourceRecord>(sources.map(({ id, record }) => [id, record]));
  return new Map(
    rows
      .filter(({ sourceId, keys }) => isOfRecord(records.get(sourceId), keys))
      .map((row) => [
        SourceId.parse(row.sourceId),
        {
          state: standingFrom(row.state),
          checkedAt: row.checkedAt?.toISOString() ?? null,
          notice: row.notice,
          noticedOn: row.noticedOn?.toISOString().slice(0, 10) ?? null,
        },
      ]),
  );
}

function isOfRecord(record: SourceRecord | undefined, keys: readonly string[]): boolean {
  if (!record) return false;
  const now = noticeKeys(record);
  return now.length > 0 && now.every((key) => keys.includes(key));
}
