import { shortNameOf } from "@/domain/source/names";
import { lastLookedAt } from "./age";
import { citedSources } from "./cited-source";
import { noticedOn, noticedWords } from "./notice-words";
import type { Rule } from "./rule";

/** An expression of concern or a correction may touch the very thing that is cited, so somebody has to read it. */
export const sourceConcern: Rule = {
  id: "source/concern",
  severity: "warning",
  version: 1,
  summary: "No notice of concern or correction stands against a cited work.",
  fix: "Read the notice: if it touches what is cited, correct the sentence or rest it on another source.",
  waivable: true,
  check: (manuscript, index) =>
    citedSources(manuscript, index).flatMap(({ reference, source, known }) => {
      const standing = known?.standing;
      if (standing?.state !== "concern" && standing?.state !== "corrected") return [];
      const what = standing.state === "concern" ? "is under an expression of concern" : "was corrected";
      const looked = standing.checkedAt === null ? "" : `; ${lastLookedAt(standing.checkedAt, manuscript.facts.at)}`;
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: noticedWords(reference, standing),
          message: `${shortNameOf(source.record)} ${what}${noticedOn(standing)}${looked}.`,
        },
      ];
    }),
};
