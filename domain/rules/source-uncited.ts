import { shortNameOf } from "@/domain/source/names";
import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** A source that nothing in the text rests on is further reading at best. */
export const sourceUncited: Rule = {
  id: "source/uncited",
  severity: "warning",
  version: 1,
  summary: "Every source in the list is cited in the text.",
  fix: "Cite the source where the text rests on it, or take it out of the list.",
  waivable: true,
  check: ({ references }, { keysOf }) =>
    references.flatMap((reference) => {
      if (!reference.source || keysOf.has(reference.id)) return [];
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: wordsOfReference(reference),
          message: `${shortNameOf(reference.source.record)} is in the source list, but nothing in the text cites it.`,
        },
      ];
    }),
};
