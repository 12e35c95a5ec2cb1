import { shortNameOf } from "@/domain/source/names";
import { lastLookedAt } from "./age";
import { citedSources } from "./cited-source";
import { addressedWords } from "./reference-words";
import type { Rule } from "./rule";

/** Readers are never sent where the desk itself will not go: to private networks, or to an address that leads there. */
export const sourceUnsafe: Rule = {
  id: "source/unsafe",
  severity: "blocker",
  version: 1,
  summary: "No cited source leads readers to an unsafe address.",
  fix: "Give the source an address on the public web, or rest the sentence on another source.",
  waivable: true,
  check: (manuscript, index) =>
    citedSources(manuscript, index).flatMap(({ reference, source, known }) => {
      const link = known?.link;
      if (link?.state !== "unsafe") return [];
      const why = link.reason ? `: ${link.reason.replace(/\.$/u, "")}` : "";
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: addressedWords(reference),
          message: `The address of ${shortNameOf(source.record)} is unsafe for readers${why}; ${lastLookedAt(link.checkedAt, manuscript.facts.at)}.`,
        },
      ];
    }),
};
