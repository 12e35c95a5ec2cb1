import { excerptOf } from "./part-text";
import type { Rule } from "./rule";

/** A citation must rest on something: without items, or with an item bound to no known reference, it is a hole. */
export const citationMissing: Rule = {
  id: "citation/missing",
  severity: "blocker",
  version: 1,
  summary: "Every citation rests on an entry of the source list.",
  fix: "Bind the citation to a source from the library or a new one, or delete it together with the claim it carried.",
  waivable: false,
  check: (_, { citations, references }) =>
    citations.flatMap((citation) => {
      const { id, items, marker, section } = citation;
      const lost = items.filter(({ reference }) => reference === null || !references.has(reference));
      if (items.length > 0 && lost.length === 0) return [];
      const keys = lost.flatMap(({ key }) => (key === null ? [] : [key]));
      const place = { kind: "citation", citation: id, section } as const;
      return [{ place, excerpt: excerptOf(citation), message: messageOf(keys, marker, lost.length) }];
    }),
};

function messageOf(keys: readonly string[], marker: string | null, lost: number): string {
  if (keys.length > 0)
    return `${keys.join(", ")} ${keys.length === 1 ? "points" : "point"} at nothing in the source list.`;
  if (lost > 0) return "Part of this citation points at an entry that is not in the source list.";
  if (marker) return `“${marker}” stands where a citation should.`;
  return "A claim has lost its citation.";
}
