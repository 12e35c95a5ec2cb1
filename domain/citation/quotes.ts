import type { Node } from "prosemirror-model";
import type { CitationItem } from "@/domain/citation/item";
import type { SourceId } from "@/domain/ids";
import type { Manuscript, Reference } from "@/domain/rules/manuscript";
import { quoteKey } from "@/domain/source/facts";

/** Words that a text says are a source's. */
export type SourceQuote = { source: SourceId; quote: string };

/** The quotes in a document's citations whose source is known, in reading order. */
export function quotesOf(document: Node, references: readonly Reference[]): SourceQuote[] {
  const sources = new Map(references.map(({ id, source }) => [id, source?.id]));
  const found: SourceQuote[] = [];
  document.descendants((node) => {
    if (node.type.name !== "citation") return;
    const items: readonly CitationItem[] = node.attrs["items"];
    for (const { reference, quote } of items) {
      const source = reference ? sources.get(reference) : undefined;
      if (quote && source) found.push({ source, quote });
    }
  });
  return found;
}

/** Says whether a text has quotes that nobody has looked for yet. */
export const hasUncheckedQuotes = ({ document, references, facts }: Manuscript): boolean =>
  quotesOf(document, references).some(({ source, quote }) => !facts.quotes.has(quoteKey(source, quote)));
