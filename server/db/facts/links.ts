import { SourceId } from "@/domain/ids";
import type { CitedSource } from "@/domain/rules/manuscript";
import type { SourceFacts } from "@/domain/source/facts";
import type { SourceRecord } from "@/domain/source/record";
import { webAddressOf } from "@/domain/source/web-address";
import type { Tx } from "@/server/db";
import { linkStateFrom } from "@/server/db/link-record";

type KnownLink = { fact: SourceFacts["link"]; archiveUrl: string | null };

/** What the checks of sources' addresses came to; what was found of an address that a source no longer has is left out. */
export async function linksOf(tx: Tx, sources: readonly CitedSource[]): Promise<Map<SourceId, KnownLink>> {
  const rows = await tx.sourceLink.findMany({ where: { sourceId: { in: sources.map(({ id }) => id) } } });
  const records = new Map<string, SourceRecord>(sources.map(({ id, record }) => [id, record]));
  return new Map(
    rows
      .filter(({ sourceId, url }) => isStillAt(records.get(sourceId), url))
      .map((row) => [
        SourceId.parse(row.sourceId),
        {
          fact: {
            state: linkStateFrom(row.state),
            since: row.since.toISOString(),
            checkedAt: row.checkedAt?.toISOString() ?? null,
            finalUrl: row.finalUrl,
            reason: row.reason,
          },
          archiveUrl: row.archiveUrl,
        },
      ]),
  );
}

/** A source without an address of its own is checked where its identifier leads. */
function isStillAt(record: SourceRecord | undefined, url: string): boolean {
  return record !== undefined && (!record.URL || webAddressOf(record.URL) === webAddressOf(url));
}
