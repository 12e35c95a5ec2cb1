import { shortNameOf } from "@/domain/source/names";
import { lastLookedAt } from "./age";
import { citedSources } from "./cited-source";
import { noticedOn, noticedWords } from "./notice-words";
import type { Rule } from "./rule";

/** A retracted work supports nothing. One that was reinstated afterwards stands again. */
export const sourceRetracted: Rule = {
  id: "source/retracted",
  severity: "blocker",
  version: 1,
  summary: "No cited work was retracted.",
  fix: "Read the notice, then rest the sentence on another source, or say in the text that the work was retracted and ask for a waiver.",
  waivable: true,
  check: (manuscript, index) =>
    citedSources(manuscript, index).flatMap(({ reference, source, known }) => {
      const standing = known?.standing;
      if (standing?.state !== "retracted") return [];
      const looked = standing.checkedAt === null ? "" : `; ${lastLookedAt(standing.checkedAt, manuscript.facts.at)}`;
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: noticedWords(reference, standing),
          message: `${shortNameOf(source.record)} was retracted${noticedOn(standing)}${looked}.`,
        },
      ];
    }),
};
