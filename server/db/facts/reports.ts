import { ReferenceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import type { Tx } from "@/server/db";

/** How many reports of readers wait on each entry of a list; entries on which none waits are absent. */
export async function openReports(tx: Tx, references: readonly Reference[]): Promise<Map<ReferenceId, number>> {
  if (references.length === 0) return new Map();
  const rows = await tx.readerReport.groupBy({
    by: ["referenceId"],
    where: { referenceId: { in: references.map(({ id }) => id) }, outcome: null },
    _count: true,
  });
  return new Map(
    rows.flatMap(({ referenceId, _count }) => (referenceId ? [[ReferenceId.parse(referenceId), _count] as const] : [])),
  );
}
