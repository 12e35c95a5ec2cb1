import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** An entry that bears the number of some lost citation, as in "[[9], [12]] Company profiles", where no citation does. */
export const referenceDanglingLabel: Rule = {
  id: "reference/dangling-label",
  severity: "blocker",
  version: 1,
  summary: "Every number that an entry of the source list bears belongs to a citation in the text.",
  fix: "Bind the citation that bore this number to the entry, or strike the number from the entry.",
  waivable: true,
  check: ({ references }, { keysOf }) =>
    references
      .filter(({ ownNumber }) => !ownNumber)
      .flatMap((reference) =>
        reference.labels
          .filter((label) => !keysOf.get(reference.id)?.has(label))
          .map((label) => ({
            place: { kind: "reference", reference: reference.id, label },
            excerpt: wordsOfReference(reference),
            message: `The entry bears the number ${label}, but no citation in the text points at it.`,
          })),
      ),
};
