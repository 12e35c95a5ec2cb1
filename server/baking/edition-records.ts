import type { EditionRecord } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";

type Edition = { id: string; digest: string; gateReportId: string };
type Section = { editionId: string; sectionId: string; digest: string };

/** What each of these editions is checked by; `sections` are theirs in order. */
export async function recordsOf(
  tx: Tx,
  editions: readonly Edition[],
  sections: readonly Section[],
): Promise<ReadonlyMap<string, EditionRecord>> {
  const reports = await tx.gateReport.findMany({
    where: { id: { in: editions.map(({ gateReportId }) => gateReportId) } },
    select: { id: true, rulesVersion: true },
  });
  const receipts = await tx.receipt.findMany({
    where: { editionId: { in: editions.map(({ id }) => id) } },
    select: { editionId: true, text: true },
  });
  const rules = new Map(reports.map(({ id, rulesVersion }) => [id, rulesVersion]));
  const texts = new Map(receipts.map(({ editionId, text }) => [editionId, text]));
  return new Map(
    editions.map(({ id, digest, gateReportId }) => [
      id,
      {
        digest,
        rules: rules.get(gateReportId) ?? "",
        sections: sections
          .filter(({ editionId }) => editionId === id)
          .map(({ sectionId, digest: own }) => ({ id: sectionId, digest: own })),
        receipt: texts.get(id) ?? null,
      },
    ]),
  );
}
