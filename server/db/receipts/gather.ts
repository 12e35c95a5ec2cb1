import { z } from "zod";
import { type EditionId, ReferenceId } from "@/domain/ids";
import { Receipt } from "@/domain/publishing/receipt/receipt";
import { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { partFrom } from "@/server/db/rows";
import { citationsIn } from "./citations";
import { sourcesOf } from "./sources";
import { waiversUsed } from "./waivers";

/** All that a receipt says of an edition, read from what this transaction wrote and from what is known of its sources. */
export async function receiptOf(
  tx: Tx,
  editionId: EditionId,
  { key, previous }: { key: string; previous: string | null },
): Promise<Receipt> {
  const edition = await tx.edition.findUniqueOrThrow({ where: { id: editionId } });
  const report = await tx.gateReport.findUniqueOrThrow({ where: { id: edition.gateReportId } });
  const rows = await tx.editionSection.findMany({ where: { editionId }, orderBy: { position: "asc" } });
  const approvals = await tx.approval.findMany({ where: { id: { in: rows.map(({ approvalId }) => approvalId) } } });
  const site = await tx.site.findFirst();
  const parts = rows.map(({ body }) => partFrom(body));
  const references = Frozen.parse(edition.references);
  const findings = Findings.parse(report.findings);
  const waivers = await waiversUsed(tx, edition.articleId, findings, report.at);
  const citations = await citationsIn(tx, edition.articleId, parts, references);
  const names = await namesOf(tx, [
    edition.publishedById,
    ...approvals.map(({ reviewerId }) => reviewerId),
    ...waivers.flatMap(({ requestedById, confirmedById }) => [requestedById, confirmedById]),
    ...citations.people,
  ]);
  const given = new Map(approvals.map((approval) => [approval.id, approval]));
  return Receipt.parse({
    type: "imprimatur-receipt",
    version: 1,
    key,
    made: new Date().toISOString(),
    site: { name: site?.name ?? "Imprimatur", url: site?.baseUrl ?? "" },
    article: edition.articleId,
    edition: {
      id: edition.id,
      number: edition.number,
      kind: edition.kind,
      slug: edition.slug,
      title: edition.title,
      byline: edition.byline,
      note: edition.note,
      published: edition.publishedAt.toISOString(),
      publisher: names.get(edition.publishedById),
      digest: edition.digest,
    },
    sections: rows.map(({ sectionId, kind, digest, approvalId, approvedBy }, index) => ({
      id: sectionId,
      kind,
      heading: kind === "section" ? (parts[index]?.firstChild?.textContent.trim() ?? "") : "",
      digest,
      approved: { by: names.get(approvedBy), at: given.get(approvalId)?.at.toISOString() },
    })),
    sources: await sourcesOf(tx, references),
    citations: citations.told(names),
    rules: { version: report.rulesVersion, policy: report.policy, findings },
    waivers: waivers.map(({ requestedById, confirmedById, expiresAt, ...waiver }) => ({
      ...waiver,
      requestedBy: names.get(requestedById),
      confirmedBy: names.get(confirmedById),
      expires: expiresAt.toISOString(),
    })),
    previous,
  });
}

const Frozen = z.array(z.object({ id: ReferenceId, sourceId: z.string().nullish(), record: SourceRecord.nullable() }));
export type FrozenReference = z.infer<typeof Frozen>[number];

const Findings = z.array(
  z.object({ rule: z.string(), severity: z.enum(["blocker", "warning"]), fingerprint: z.string() }),
);
export type ReceiptFinding = z.infer<typeof Findings>[number];

async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
