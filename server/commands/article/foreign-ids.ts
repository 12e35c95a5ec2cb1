import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import { citedIn } from "@/domain/publishing/digest";
import type { Tx } from "@/server/db";
import type { Draft } from "@/server/db/draft";

/** What a changed document took from other articles by its id, as sentences: their sections, entries of their lists. */
export async function foreignIds(tx: Tx, { article, sections, manuscript }: Draft, document: Node): Promise<string[]> {
  const own = new Set<string>([...sections, ...manuscript.references].map(({ id }) => id));
  const parts = partsOf(document).flatMap(({ id }) => (own.has(id) ? [] : [id]));
  const cited = citedIn(document).filter((id) => !own.has(id));
  const elsewhere = { not: article.id };
  const taken =
    parts.length > 0 ? await tx.section.findMany({ where: { id: { in: parts }, articleId: elsewhere } }) : [];
  const borrowed =
    cited.length > 0 ? await tx.reference.findMany({ where: { id: { in: cited }, articleId: elsewhere } }) : [];
  return [
    ...taken.map(({ heading }) => `The section “${heading ?? "without heading"}” belongs to another article.`),
    ...borrowed.map(({ original, labels }) => {
      const entry = original ? `“${original.slice(0, 80)}”` : labels.join(", ") || "an entry";
      return `A citation rests on ${entry} of another article's list. Delete it, then cite the source here.`;
    }),
  ];
}
