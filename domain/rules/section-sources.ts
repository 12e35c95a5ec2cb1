import type { SectionId } from "@/domain/ids";
import type { Part } from "@/domain/document/parts";
import type { CitedSource } from "./manuscript";
import type { ManuscriptIndex } from "./manuscript-index";

/** A section that cites something: how many of its citations have a source, and which sources those are, each once. */
export type SectionSources = { section: SectionId; part: Part; citations: number; sources: CitedSource[] };

/** What each section rests on, in reading order; sections that rest on nothing are absent. */
export function sourcesBySection({ citations, references }: ManuscriptIndex): SectionSources[] {
  const found = new Map<SectionId, SectionSources>();
  for (const { section, part, items } of citations) {
    const cited = items.flatMap(({ reference }) => {
      const source = reference ? references.get(reference)?.source : null;
      return source ? [source] : [];
    });
    if (cited.length === 0) continue;
    const known = found.get(section) ?? { section, part, citations: 0, sources: [] };
    known.citations++;
    for (const source of cited) if (!known.sources.includes(source)) known.sources.push(source);
    found.set(section, known);
  }
  return [...found.values()];
}
