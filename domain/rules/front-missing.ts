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
    const place = { kind: "front", section: partId(document.firstChild) } as const;
    return [
      ...(front.title ? [] : [{ place, excerpt: "Title", message: "The article has no title." }]),
      ...(front.byline ? [] : [{ place, excerpt: "Byline", message: "The article has no byline: nobody signs it." }]),
    ];
  },
};
