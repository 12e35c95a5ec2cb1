import type { Node } from "prosemirror-model";
import { frontOf, partId } from "@/domain/document/parts";
import type { Rule } from "./rule";

/** A reader must be told what the article is called and who answers for it. */
export const frontMissing: Rule = {
  id: "front/missing",
  severity: "blocker",
  version: 1,
  summary: "The article has a title and a byline.",
  fix: "Write the missing line at the top of the manuscript.",
  waivable: false,
  check: ({ document }) => {
    if (!document.firstChild) return [];
    const front = frontOf(document);
    const section = partId(document.firstChild);
    const line = (index: number) => ({ kind: "front", section, at: startOfLine(document.firstChild, index) }) as const;
    return [
      ...(front.title ? [] : [{ place: line(0), excerpt: "Title", message: "The article has no title." }]),
      ...(front.byline
        ? []
        : [{ place: line(2), excerpt: "Byline", message: "The article has no byline: nobody signs it." }]),
    ];
  },
};

/** Where the content of a front's nth line begins, counted inside the front. */
function startOfLine(front: Node | null, index: number): number {
  let at = 1;
  for (let before = 0; before < index; before++) at += front?.maybeChild(before)?.nodeSize ?? 0;
  return at;
}
