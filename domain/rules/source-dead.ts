import { shortNameOf } from "@/domain/source/names";
import { lastLookedAt } from "./age";
import { citedSources } from "./cited-source";
import { addressedWords } from "./reference-words";
import type { Rule } from "./rule";

/** A reader cannot check what is not there any more. Unknown is not dead: only checks over time make an address so. */
export const sourceDead: Rule = {
  id: "source/dead",
  severity: "blocker",
  version: 1,
  summary: "The address of every cited source still answers.",
  fix: "Point the source at the copy in an archive, find where it moved to, or rest the sentence on another source.",
  waivable: true,
  check: (manuscript, index) =>
    citedSources(manuscript, index).flatMap(({ reference, source, known }) => {
      const link = known?.link;
      if (link?.state !== "dead" && link?.state !== "gone") return [];
      const why = link.reason ? `: ${link.reason.replace(/\.$/u, "")}` : "";
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: addressedWords(reference),
          message: `The address of ${shortNameOf(source.record)} is ${link.state}${why}; ${lastLookedAt(link.checkedAt, manuscript.facts.at)}.`,
        },
      ];
    }),
};
