import { shortNameOf } from "@/domain/source/names";
import { daysBetween } from "./age";
import { citedSources } from "./cited-source";
import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** What was so a season ago may not be so any more. How old is too old is the house's to say. */
export const checkStale: Rule = {
  id: "check/stale",
  severity: "warning",
  version: 1,
  summary: "Every cited source was looked at not too long ago.",
  fix: "Check the source now.",
  waivable: true,
  check: (manuscript, index) => {
    const { facts, policy } = manuscript;
    /** How many days old a check is, where that is too many; null for a fresh one and for none. */
    const stale = (checkedAt: string | null | undefined): number | null => {
      const days = checkedAt ? daysBetween(checkedAt, facts.at) : 0;
      return days > policy.staleAfterDays ? days : null;
    };
    return citedSources(manuscript, index).flatMap(({ reference, source, known }) => {
      const address = stale(known?.link?.checkedAt);
      const notices = stale(known?.standing?.checkedAt);
      const old = [
        ...(address === null ? [] : [`its address was last looked at ${address} days ago`]),
        ...(notices === null ? [] : [`retractions were last looked up ${notices} days ago`]),
      ];
      if (old.length === 0) return [];
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: wordsOfReference(reference),
          message: `What is known of ${shortNameOf(source.record)} is old: ${old.join(", and ")}.`,
        },
      ];
    });
  },
};
