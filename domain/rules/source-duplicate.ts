import type { SourceRecord } from "@/domain/source/record";
import { identityKeys, keyText } from "@/domain/source/identity";
import { familyNamesOf, shortNameOf, yearOf } from "@/domain/source/names";
import { wordsOf } from "./fingerprint";
import type { CitedSource } from "./manuscript";
import { wordsOfReference } from "./reference-words";
import type { Rule } from "./rule";

/** The same work twice in one list gets two numbers, and its readers take it for two witnesses. */
export const sourceDuplicate: Rule = {
  id: "source/duplicate",
  severity: "warning",
  version: 1,
  summary: "No work stands twice in the source list.",
  fix: "Merge the two sources, or take one of the entries out of the list.",
  waivable: true,
  check: ({ references }) => {
    const seen = new Map<string, CitedSource>();
    return references.flatMap((reference) => {
      const { source } = reference;
      if (!source) return [];
      const traits = traitsOf(source);
      const earlier = traits.map((trait) => seen.get(trait)).find((found) => found !== undefined);
      for (const trait of traits) if (!seen.has(trait)) seen.set(trait, source);
      if (!earlier) return [];
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: wordsOfReference(reference),
          message: `This looks like the work that the list has already as ${shortNameOf(earlier.record)}.`,
        },
      ];
    });
  },
};

/** Whatever two sources of the same work would share. */
function traitsOf({ id, record }: CitedSource): string[] {
  return [`source ${id}`, ...identityKeys(record).map(keyText), ...titleTrait(record)];
}

function titleTrait(record: SourceRecord): string[] {
  const [author] = familyNamesOf(record);
  const year = yearOf(record);
  return author && year !== null ? [`title ${wordsOf(record.title)} ${year} ${wordsOf(author)}`] : [];
}
