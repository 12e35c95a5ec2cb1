import type { SourceUse } from "./library-view";

/** What rests on either of two sources: each article once, with the sections that cite one or the other. */
export function joinedUses(some: readonly SourceUse[], others: readonly SourceUse[]): SourceUse[] {
  const joined = new Map(some.map((use) => [use.articleId, use]));
  for (const use of others) {
    const known = joined.get(use.articleId);
    const fresh = use.sections.filter((section) => !known?.sections.some(({ id }) => id === section.id));
    joined.set(use.articleId, known ? { ...known, sections: [...known.sections, ...fresh] } : use);
  }
  return [...joined.values()];
}
