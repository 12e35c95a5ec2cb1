import { vagueWordsIn, vagueWordsOf } from "@/domain/source/vague";
import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** "Various sources" names nobody: a reader cannot ask such a source, and neither can a court. */
export const sourceVague: Rule = {
  id: "source/vague",
  severity: "blocker",
  version: 1,
  summary: "Every entry of the source list names who said it.",
  fix: "Name the work, its maker and where it appeared, or take out the claim that rested on it.",
  waivable: true,
  check: ({ references }) =>
    references.flatMap((reference) => {
      const { source, original } = reference;
      const vague = source ? vagueWordsOf(source.record) : vagueWordsIn(original ?? "");
      if (vague === null) return [];
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: wordsOfReference(reference),
          message: `“${vague}” names no source that anybody could look up.`,
        },
      ];
    }),
};
