import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** A raw line is not a source: nothing says what it is, so nobody can look it up and no page can print it. */
export const referenceNotASource: Rule = {
  id: "reference/not-a-source",
  severity: "blocker",
  version: 1,
  summary: "Every entry of the source list is a source with a record of its own.",
  fix: "Turn the line into a source (what can be read from it is filled in already), or take it out of the list.",
  waivable: false,
  check: ({ references }) =>
    references
      .filter(({ source }) => source === null)
      .map((reference) => ({
        place: { kind: "reference", reference: reference.id, label: null },
        excerpt: wordsOfReference(reference),
        message: "This entry is a line of text and not yet a source.",
      })),
};
