import type { QuoteFact, SourceFacts } from "@/domain/source/facts";
import { quoteKey } from "@/domain/source/facts";
import type { CitedSource, Manuscript, Reference } from "./manuscript";
import type { ManuscriptIndex } from "./manuscript-index";

/** An entry of the list that the text cites, with what is known of its source; null where it was never looked at. */
export type KnownSource = { reference: Reference; source: CitedSource; known: SourceFacts | null };

/** The sources that the text rests on, in the order of the list. */
export function citedSources(
  { references, facts }: Manuscript,
  { keysOf }: Pick<ManuscriptIndex, "keysOf">,
): KnownSource[] {
  return references.flatMap((reference) => {
    const { source } = reference;
    if (!source || !keysOf.has(reference.id)) return [];
    return [{ reference, source, known: facts.sources.get(source.id) ?? null }];
  });
}

/** A quote in the text: the citation that it stands in, whose words it says it is, and what looking for it said. */
export type KnownQuote = {
  citation: ManuscriptIndex["citations"][number];
  source: CitedSource;
  quote: string;
  known: QuoteFact | null;
};

/** The quotes of the text whose source is known, in reading order. */
export function quotesIn({ facts }: Manuscript, { citations, references }: ManuscriptIndex): KnownQuote[] {
  const found: KnownQuote[] = [];
  for (const citation of citations)
    for (const { reference, quote } of citation.items) {
      const source = quote && reference ? references.get(reference)?.source : null;
      if (!quote || !source) continue;
      found.push({ citation, source, quote, known: facts.quotes.get(quoteKey(source.id, quote)) ?? null });
    }
  return found;
}
