import type { Node } from "prosemirror-model";
import type { Actor } from "@/domain/access/policy";
import { citationsOf, type PlacedCitation } from "@/domain/document/inlines";
import { frontOf, type Part, partsOf, wordsIn } from "@/domain/document/parts";
import { ArticleId, type ReferenceId, SectionId } from "@/domain/ids";
import { articleDigestText, citedIn, sectionDigestText } from "@/domain/publishing/digest";
import { rulesVersion } from "@/domain/rules";
import type { Finding } from "@/domain/rules/finding";
import { judge } from "@/domain/rules/judge";
import type { Manuscript } from "@/domain/rules/manuscript";
import { canMove, transitions } from "@/domain/review/machine";
import type { Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { type Draft, linksOf, manuscriptOf } from "@/server/db/draft";
import { factsAfter } from "@/server/db/facts";
import type { Article, Section } from "@/server/db/generated/client";
import { json, noJson } from "@/server/db/rows";
import { blockers, countsOf } from "@/server/db/recount-draft";
import { coverageColumns } from "@/server/db/verifications";

/** Why a draft changed, as the step log keeps it. */
export type Reason = "steps" | "created" | "imported" | "restored" | "reference" | "source";

/** What a command changes of a draft: a new document, or only rows around it (references, sources), and why. */
export type Change = {
  reason: Reason;
  author: Exclude<Actor["id"], null>;
  document?: Node;
  steps?: { json: unknown[]; clientId: string };
  /** References that rest on another source now, even if its record says the same. */
  rebound?: readonly ReferenceId[];
};

/** The draft after a change: `changed` are the parts whose text or sources are other than before. */
export type Saved = {
  version: number;
  stepCount: number;
  digest: string;
  changed: SectionId[];
  manuscript: Manuscript;
  findings: Finding[];
};

/**
 * Writes what follows from a change under the article's lock: sections, citation index, digests, the step log, the
 * projections for lists and the fall back into review of approved text. The command records the event itself.
 */
export async function saveDraft(tx: Tx, before: Draft, change: Change): Promise<Saved> {
  const articleId = ArticleId.parse(before.article.id);
  const manuscript = await manuscriptAfter(tx, articleId, before.manuscript, change);
  const parts = partsOf(manuscript.document).map((part) => ({ ...part, digest: digestOf(part, manuscript) }));
  const changed = changedParts(before.sections, parts, new Set(change.rebound));
  const version = before.article.version + 1;

  await writeSections(tx, articleId, before.sections, parts);
  if (changed.length > 0) await writeCitations(tx, articleId, changed, manuscript);
  await tx.stepBatch.create({
    data: {
      articleId,
      version,
      firstStep: before.article.stepCount,
      steps: json(change.steps?.json ?? []),
      reason: change.reason,
      authorId: change.author,
      clientId: change.steps?.clientId ?? null,
      sections: changed,
    },
  });

  const findings = judge(manuscript);
  const digest = sha256(articleDigestText(parts, rulesVersion));
  const stepCount = before.article.stepCount + (change.steps?.json.length ?? 0);
  await tx.article.update({
    where: { id: articleId },
    data: {
      version,
      stepCount,
      digest,
      rulesVersion,
      ...projections(manuscript),
      ...countsOf(findings, await blockers(tx, articleId, findings)),
      ...(await coverageColumns(tx, articleId, manuscript)),
      ...backToReview(before.article, changed.length > 0 || digest !== before.article.digest),
      updatedAt: new Date(),
      updatedById: change.author,
    },
  });
  return { version, stepCount, digest, changed, manuscript, findings };
}

/** The manuscript after a change; steps of an editor leave the rows around the text as they were. */
async function manuscriptAfter(tx: Tx, articleId: ArticleId, before: Manuscript, change: Change): Promise<Manuscript> {
  const document = change.document ?? before.document;
  if (change.reason !== "steps") return manuscriptOf(tx, articleId, document);
  const links = await linksOf(tx, articleId, document);
  return { ...before, document, links, facts: await factsAfter(tx, before, before.references, document) };
}

type DigestedPart = Part & { digest: string };

/** A part's digest: the SHA-256 of all that the reader would see of it (see domain/publishing/digest). */
export const digestOf = (part: Part, manuscript: Manuscript): string =>
  sha256(sectionDigestText(part, manuscript, rulesVersion));

/** The parts that are new, gone, of another digest than before, or rest on another source. */
function changedParts(before: Section[], parts: DigestedPart[], rebound: ReadonlySet<ReferenceId>): SectionId[] {
  const old = new Map(before.map((section) => [section.id, section.digest]));
  const now = new Set<string>(parts.map((part) => part.id));
  const gone = before.filter((section) => !now.has(section.id)).map((section) => SectionId.parse(section.id));
  const isChanged = (part: DigestedPart) =>
    old.get(part.id) !== part.digest || (rebound.size > 0 && citedIn(part.node).some((id) => rebound.has(id)));
  return [...parts.filter(isChanged).map((part) => part.id), ...gone];
}

async function writeSections(tx: Tx, articleId: ArticleId, before: Section[], parts: DigestedPart[]): Promise<void> {
  const old = new Map(before.map((section) => [section.id, section]));
  const added = parts.filter((part) => !old.has(part.id));
  await addSections(tx, articleId, added);
  for (const part of parts) {
    const row = old.get(part.id);
    old.delete(part.id);
    if (!row || (row.digest === part.digest && row.position === part.position)) continue;
    const data = row.digest === part.digest ? { position: part.position } : textOf(part);
    await tx.section.update({ where: { id: part.id }, data });
  }
  const gone = [...old.keys()];
  if (gone.length > 0)
    await tx.section.updateMany({ where: { articleId, id: { in: gone } }, data: { deletedAt: new Date() } });
}

/** Writes sections that the draft did not have: a deleted one comes back to life, the others are new rows. */
async function addSections(tx: Tx, articleId: ArticleId, added: DigestedPart[]): Promise<void> {
  if (added.length === 0) return;
  const ids = added.map((part) => part.id);
  const deleted = await tx.section.findMany({ where: { articleId, id: { in: ids } }, select: { id: true } });
  const known = new Set(deleted.map((row) => row.id));
  for (const part of added)
    if (known.has(part.id))
      await tx.section.update({ where: { id: part.id }, data: { ...textOf(part), deletedAt: null } });
  const fresh = added.filter((part) => !known.has(part.id));
  await tx.section.createMany({
    data: fresh.map((part) => ({ id: part.id, articleId, kind: part.kind, ...textOf(part) })),
  });
}

const textOf = (part: DigestedPart) => ({
  position: part.position,
  heading: part.heading,
  body: json(part.node.toJSON()),
  digest: part.digest,
  words: wordsIn(part.node),
});

async function writeCitations(
  tx: Tx,
  articleId: ArticleId,
  changed: SectionId[],
  manuscript: Manuscript,
): Promise<void> {
  const touched = new Set(changed);
  const stale = (
    await tx.citation.findMany({ where: { articleId, sectionId: { in: changed } }, select: { id: true } })
  ).map((row) => row.id);
  if (stale.length > 0) {
    await tx.citationItem.deleteMany({ where: { articleId, citationId: { in: stale } } });
    await tx.citation.deleteMany({ where: { articleId, id: { in: stale } } });
  }

  const known = new Map(manuscript.references.map((reference) => [reference.id, reference]));
  const placed = citationsOf(manuscript.document)
    .map((citation, position) => ({ citation, position }))
    .filter(({ citation }) => touched.has(citation.section));
  if (placed.length === 0) return;
  const isHole = ({ items }: PlacedCitation) =>
    items.length === 0 || items.some((item) => !item.reference || !known.get(item.reference)?.source);
  await tx.citation.createMany({
    data: placed.map(({ citation, position }) => ({
      id: citation.id,
      articleId,
      sectionId: citation.section,
      position,
      hole: isHole(citation),
    })),
  });
  await tx.citationItem.createMany({
    data: placed.flatMap(({ citation }) =>
      citation.items.flatMap((item, position) =>
        item.reference && known.has(item.reference)
          ? [
              {
                citationId: citation.id,
                position,
                articleId,
                referenceId: item.reference,
                locator: item.locator,
                quote: item.quote,
              },
            ]
          : [],
      ),
    ),
  });
}

function projections({ document }: Manuscript) {
  const { title, standfirst } = frontOf(document);
  return { title, standfirst, words: wordsIn(document) };
}

/** Approved text that changes goes back under review, and what was scheduled is scheduled no more. */
function backToReview(article: Article, changed: boolean) {
  if (!changed || !canMove(article.state, "amend")) return {};
  return { state: transitions.amend.to, scheduledFor: null, scheduledById: null, scheduledAs: noJson };
}
