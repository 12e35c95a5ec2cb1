import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** An entry of a numbered list that the text never comes to; once it is a source, `source/uncited` speaks of it. */
export const referenceUnusedNumber: Rule = {
  id: "reference/unused-number",
  severity: "warning",
  version: 1,
  summary: "Every entry of a numbered source list is cited in the text.",
  fix: "Cite the entry where the text rests on it, or take it out of the source list.",
  waivable: true,
  check: ({ references }, { keysOf }) =>
    references
      .filter(({ id, ownNumber, source }) => ownNumber && !source && !keysOf.has(id))
      .flatMap((reference) =>
        reference.labels.map((label) => ({
          place: { kind: "reference", reference: reference.id, label },
          excerpt: wordsOfReference(reference),
          message: `Entry ${label} of the source list is never cited in the text.`,
        })),
      ),
};
