import { claimIn } from "./claim";
import { positionIn } from "./part-text";
import type { Rule } from "./rule";

/** What a reader will want to check is what a sentence counts, quotes or ranks. Headings, tables and the front are not asked. */
export const textFigureUncited: Rule = {
  id: "text/figure-uncited",
  severity: "warning",
  version: 1,
  summary: "A sentence with a figure, a quotation or a superlative has a citation in it or right after it.",
  fix: "Cite what the sentence rests on, or say it without the claim.",
  waivable: true,
  check: (_, { blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== "paragraph" || block.part.kind === "front") return [];
      return block.sentences.flatMap(({ from, to, words, citations }) => {
        const claim = citations > 0 ? null : claimIn(block.prose.slice(from, to));
        if (claim === null) return [];
        return [
          {
            place: { kind: "text", section: block.section, at: positionIn(block, from) },
            excerpt: words,
            message: `The sentence ${claim.does} (“${claim.words}”), but cites nothing.`,
          },
        ];
      });
    }),
};
