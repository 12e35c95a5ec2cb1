import { missingToFind } from "@/domain/source/findable";
import { shortNameOf } from "@/domain/source/names";
import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** A cited source that nobody could find is a name, not a source. One finding for each such entry of the list. */
export const citationSourceIncomplete: Rule = {
  id: "citation/source-incomplete",
  severity: "blocker",
  version: 1,
  summary: "Every cited source says how it can be found.",
  fix: "Add an identifier, an address, an archive, or where and when the work appeared.",
  waivable: true,
  check: ({ references }, { keysOf }) =>
    references.flatMap((reference) => {
      const missing = reference.source && keysOf.has(reference.id) ? missingToFind(reference.source.record) : null;
      if (!reference.source || missing === null) return [];
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: wordsOfReference(reference),
          message: `Nobody could find ${shortNameOf(reference.source.record)}: it lacks ${missing}.`,
        },
      ];
    }),
};
