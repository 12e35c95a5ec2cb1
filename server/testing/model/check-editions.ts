import { db } from "@/server/db";
import type { Edition, EditionSection } from "@/server/db/generated/client";
import { z } from "zod";
import { sha256Of } from "./plain";
import { holesIn, nodesIn } from "./plain";
import { type Replayed, replay } from "./replay";
import type { World } from "./world";

const Listed = z.array(z.object({ id: z.string(), record: z.record(z.string(), z.unknown()) }));

/** What is wrong with the editions of a world: holes, dead references, and texts that nobody but their writers approved. */
export async function faultsOfEditions(world: World): Promise<string[]> {
  const faults: string[] = [];
  for (const [id, beginning] of world.beginnings) {
    const { batches } = await replay(id, beginning);
    const editions = await db.edition.findMany({ where: { articleId: id }, orderBy: { number: "asc" } });
    for (const [place, edition] of editions.entries()) {
      const sections = await db.editionSection.findMany({
        where: { editionId: edition.id },
        orderBy: { position: "asc" },
      });
      const called = `edition ${edition.number} of ${id}`;
      if (edition.number !== place + 1) faults.push(`${called} is not the next one`);
      const known = new Set(Listed.parse(edition.references).map((entry) => entry.id));
      const holes = sections.flatMap(({ body }) => holesIn(body, known));
      if (holes.length > 0) faults.push(`${called} has holes: ${holes.join(", ")}`);
      if (edition.kind === "retraction") continue;
      faults.push(...(await faultsOfReport(edition)), ...(await faultsOfText(edition, sections)));
      for (const section of sections) faults.push(...(await faultsOfApproval(edition, section, batches)));
    }
  }
  return faults;
}

async function faultsOfReport({ gateReportId, digest, number }: Edition): Promise<string[]> {
  const report = await db.gateReport.findUnique({ where: { id: gateReportId } });
  return report?.openBlockers === 0 && report.digest === digest
    ? []
    : [`edition ${number} was not judged free of blockers`];
}

/** The edition is the text of the draft when it was published, which the published revision holds. */
async function faultsOfText(edition: Edition, sections: EditionSection[]): Promise<string[]> {
  const kept = await revisionOf(edition);
  const said = z.object({ content: z.array(z.unknown()) }).parse(kept.document).content;
  const printed = sections.map(({ body }) => body);
  return sha256Of(said) === sha256Of(printed) ? [] : [`edition ${edition.number} prints another text than the draft's`];
}

/** The approval that a section of an edition stands on, looked at with nothing but the log, the approvals and history. */
async function faultsOfApproval(edition: Edition, section: EditionSection, batches: Replayed[]): Promise<string[]> {
  const published = await seqOf("edition", edition.id);
  const given = await db.approval.findMany({ where: { sectionId: section.sectionId }, orderBy: { atVersion: "asc" } });
  const approval = given.find(({ id }) => id === section.approvalId);
  const called = `section ${section.sectionId} of edition ${edition.number}`;
  if (!approval || approval.digest !== section.digest || approval.reviewerId !== section.approvedBy)
    return [`${called} has no approval of its text`];
  const gone = await revokedBefore(published);
  if (gone.has(approval.id)) return [`${called} stands on an approval that was taken back`];

  const until = (await revisionOf(edition)).version;
  const others = given
    .filter(({ id, digest, atVersion }) => !gone.has(id) && digest !== approval.digest && atVersion < until)
    .map(({ atVersion }) => atVersion);
  const before = Math.max(-1, ...others.filter((version) => version < approval.atVersion));
  const after = Math.max(...others.filter((version) => version > approval.atVersion), approval.atVersion);
  const writers = batches
    .filter(({ sections }) => sections.includes(section.sectionId))
    .filter(
      ({ version }) =>
        (version > before && version <= approval.atVersion) ||
        (after > approval.atVersion && version > after && version <= until),
    )
    .map(({ author }) => author);
  return writers.includes(section.approvedBy) ? [`${called} was approved by who wrote it`] : [];
}

async function revisionOf({ articleId, number }: Edition) {
  return db.revision.findFirstOrThrow({ where: { articleId, kind: "published", note: `Edition ${number}` } });
}

/** Where in history a thing was made. */
async function seqOf(what: "edition", id: string): Promise<bigint> {
  const [row] = await db.$queryRaw<{ seq: bigint }[]>`select seq from event where data ->> ${what} = ${id} limit 1`;
  if (!row) throw new Error(`history does not know ${what} ${id}`);
  return row.seq;
}

async function revokedBefore(seq: bigint): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select data ->> 'approval' as id from event where type = 'approval.revoked' and seq < ${seq}
    union select fallen from event cross join lateral jsonb_array_elements_text(data -> 'fallen') as fallen
    where type = 'approval.revoked' and seq < ${seq}`;
  return new Set(rows.map(({ id }) => id));
}

/** The articles that a text links to. */
export const linkedFrom = (body: unknown): string[] =>
  nodesIn(body).flatMap(({ marks }) =>
    marks.filter(({ type }) => type === "articleLink").map(({ attrs }) => String(attrs["article"])),
  );
