import type { Node } from "prosemirror-model";
import { ArticleId } from "@/domain/ids";

/** The articles that a document links to, each once, in reading order. */
export function articleLinksOf(document: Node): ArticleId[] {
  const found = new Set<ArticleId>();
  document.descendants((node) => {
    for (const mark of node.marks)
      if (mark.type.name === "articleLink") found.add(ArticleId.parse(mark.attrs["article"]));
  });
  return [...found];
}
