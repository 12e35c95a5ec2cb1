import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import { readDocument } from "@/domain/document/read";
import { type ArticleId, type RevisionId, SectionId } from "@/domain/ids";
import { type BlockChange, compareParts, sizeOf } from "@/domain/review/compare";
import { describe } from "@/domain/source/describe";
import { atOneMoment, type Tx } from "@/server/db";
import { readDraft } from "@/server/db/draft";
import { headingOf } from "@/server/db/gate";
import { recordFrom } from "@/server/db/rows";

/** A part of the text in a revision and in the draft: what the draft has since, and what it no longer has. */
export type ComparedPart = {
  id: SectionId;
  heading: string;
  changes: BlockChange[];
  size: { added: number; removed: number };
};

/** A revision beside the draft as it stood at `version`, the one that restoring must find. */
export type Comparison = { version: number; parts: ComparedPart[]; sources: Record<string, string> };

/** Compares a revision with the draft as it stands; null where there is no such revision, or one that cannot be read any more. */
export async function comparedWithDraft(articleId: ArticleId, revisionId: RevisionId): Promise<Comparison | null> {
  return atOneMoment(async (tx) => {
    const draft = await readDraft(tx, articleId);
    const revision = await tx.revision.findFirst({
      where: { id: revisionId, articleId },
      select: { document: true },
    });
    const document = revision && readDocument(revision.document);
    if (!draft || !document?.ok) return null;
    return {
      version: draft.article.version,
      parts: compared(document.value, draft.manuscript.document),
      sources: await sourcesOf(tx, articleId),
    };
  });
}

/** The parts in the draft's order, then those that it no longer has. */
function compared(before: Node, after: Node): ComparedPart[] {
  const old = partsOf(before);
  const now = partsOf(after);
  const kept = new Set(now.map((part) => part.id));
  const former = new Map(old.map((part) => [part.id, part.node]));
  const pairs = [
    ...now.map((part) => ({ part, was: former.get(part.id) ?? null, is: part.node })),
    ...old.filter((part) => !kept.has(part.id)).map((part) => ({ part, was: part.node, is: null })),
  ];
  return pairs.map(({ part, was, is }) => {
    const changes = compareParts(was, is);
    return { id: SectionId.parse(part.id), heading: headingOf(part), changes, size: sizeOf(changes) };
  });
}

/** What each entry that the article has or had is, in one line: a revision cites those that were taken off the list, too. */
async function sourcesOf(tx: Tx, articleId: ArticleId): Promise<Record<string, string>> {
  const rows = await tx.reference.findMany({
    where: { articleId },
    select: { id: true, original: true, sourceId: true },
  });
  const sources = await tx.source.findMany({
    where: { id: { in: rows.flatMap((row) => (row.sourceId ? [row.sourceId] : [])) } },
    select: { id: true, record: true },
  });
  const lines = new Map(sources.map((source) => [source.id, describe(recordFrom(source.record))]));
  return Object.fromEntries(
    rows.map(({ id, original, sourceId }) => [id, lines.get(sourceId ?? "") ?? original ?? ""]),
  );
}
