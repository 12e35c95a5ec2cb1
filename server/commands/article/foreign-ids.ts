import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import type { ArticleId } from "@/domain/ids";
import { citedIn } from "@/domain/publishing/digest";
import type { Tx } from "@/server/db";

/** What a document took from other articles by its id, as sentences: sections that are theirs, entries of their lists. */
export async function foreignIds(tx: Tx, articleId: ArticleId, document: Node): Promise<string[]> {
  const sections = await tx.section.findMany({
    where: { id: { in: partsOf(document).map(({ id }) => id) }, articleId: { not: articleId } },
    select: { id: true },
  });
  const references = await tx.reference.findMany({
    where: { id: { in: citedIn(document) }, articleId: { not: articleId } },
    select: { id: true },
  });
  return [
    ...sections.map(({ id }) => `The section ${id} belongs to another article.`),
    ...references.map(({ id }) => `A citation rests on ${id}, an entry of another article's source list.`),
  ];
}
