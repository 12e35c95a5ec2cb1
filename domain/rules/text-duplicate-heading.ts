import { wordsOf } from "./fingerprint";
import type { Rule } from "./rule";

/** Two sections of one name cannot be told apart in the list of contents. */
export const textDuplicateHeading: Rule = {
  id: "text/duplicate-heading",
  severity: "warning",
  version: 1,
  summary: "No two sections have the same heading.",
  fix: "Rename one of the two sections, or join them.",
  waivable: true,
  check: (_, { parts }) => {
    const seen = new Set<string>();
    return parts.flatMap(({ id, heading }) => {
      if (heading === null) return [];
      const words = wordsOf(heading);
      if (!seen.has(words)) {
        seen.add(words);
        return [];
      }
      const message = `Another section is called “${heading}” as well.`;
      return [{ place: { kind: "section", section: id }, excerpt: heading, message }];
    });
  },
};
