import type { Mark, Node } from "prosemirror-model";
import { findMarkers } from "@/domain/importing/markers/find";
import { runOf } from "@/domain/importing/run";
import { type Inline, type TextMark, textInline } from "@/domain/importing/tree";
import { excerptOf, positionIn, sentenceAt } from "./part-text";
import type { Rule } from "./rule";

/**
 * Words that stand for a citation or a link and are neither: "[citation needed]", "TK", "[3]", residue of a chat
 * assistant. Read by the importer's own grammar, so that what import recognises is never let through as text.
 */
export const textLeftoverMarker: Rule = {
  id: "text/leftover-marker",
  severity: "blocker",
  version: 1,
  summary: "No marker of a missing source or link is left as plain words.",
  fix: "Put a citation or a link in its place, or delete the marker.",
  waivable: true,
  check: ({ references }, { blocks }) => {
    const facts = {
      labels: new Set(references.flatMap(({ labels }) => labels)),
      citesByKey: false,
      keysAreRead: false,
      strippedBefore: new Set<string>(),
    };
    return blocks.flatMap((block) =>
      findMarkers(runOf(inlinesOf(block.node)), facts)
        .map(({ from, to }) => ({ from, words: block.text.slice(from, to).trim() }))
        .filter(({ words }) => words !== "")
        .map(({ from, words }) => {
          const leading = /^\s*/u.exec(block.text.slice(from))?.[0].length ?? 0;
          return {
            place: { kind: "text", section: block.section, at: positionIn(block, from + leading) },
            excerpt: excerptOf({ block, sentence: sentenceAt(block.sentences, from + leading + 1) }),
            message: `“${words}” stands in the text as plain words.`,
          };
        }),
    );
  },
};

/** A block's content as the importer's inlines, every offset the same as in the block's text. */
function inlinesOf(block: Node): Inline[] {
  return block.children.flatMap((child): Inline[] => {
    if (child.type.name === "hardBreak") return [{ kind: "break" }];
    if (child.isText && child.marks.some(({ type }) => type.spec.code))
      return [{ kind: "verbatim", text: child.text ?? "", marks: [] }];
    if (child.isText) return [textInline(child.text ?? "", child.marks.flatMap(markOf))];
    const words = child.type.spec.leafText?.(child) ?? "";
    return words ? [{ kind: "verbatim", text: words, marks: [] }] : [];
  });
}

function markOf({ type, attrs }: Mark): TextMark[] {
  if (type.name === "sup") return [{ kind: "sup" }];
  if (type.name === "link" || type.name === "articleLink") return [{ kind: "link", href: String(attrs["href"] ?? "") }];
  return [];
}
