import { type Part, partsOf } from "@/domain/document/parts";
import type { CitationId, ReferenceId, SectionId } from "@/domain/ids";
import type { Finding } from "./finding";
import type { Manuscript, Reference } from "./manuscript";
import {
  type ArticleLinkInText,
  type CitationInText,
  type FigureInText,
  type PartText,
  type PlaceholderInText,
  type TextBlock,
  textOfPart,
} from "./part-text";

type InPart = { section: SectionId; part: Part };
type Indexed<T> = T & InPart;

/** All that the rules ask of a manuscript, read once and in reading order; positions are those of the document. */
export type ManuscriptIndex = {
  parts: readonly Part[];
  partOf: ReadonlyMap<SectionId, Part>;
  blocks: readonly Indexed<TextBlock>[];
  figures: readonly Indexed<FigureInText>[];
  citations: readonly Indexed<CitationInText>[];
  placeholders: readonly Indexed<PlaceholderInText>[];
  articleLinks: readonly Indexed<ArticleLinkInText>[];
  references: ReadonlyMap<ReferenceId, Reference>;
  /** The keys that items bound to a reference bear; a reference that no citation rests on is absent. */
  keysOf: ReadonlyMap<ReferenceId, ReadonlySet<string>>;
  /** Where a finding stands among the others: the position in the document, or past its end for references. */
  orderOf: (place: Finding["place"]) => number;
};

/** Reads a manuscript for the rules. Parts that have not changed since they were last read are not read again. */
export function indexOf({ document, references }: Manuscript): ManuscriptIndex {
  const parts = partsOf(document);
  const texts = parts.map((part) => ({ part, text: textOfPart(part.node) }));
  const all = <T extends { at: number }>(pick: (text: PartText) => readonly T[]): Indexed<T>[] =>
    texts.flatMap(({ part, text }) =>
      pick(text).map((entry) => ({ ...entry, at: part.from + 1 + entry.at, part, section: part.id })),
    );
  // Written out, for a spread of thousands of citations takes longer than all the rules together.
  const citations = texts.flatMap(({ part, text }) =>
    text.citations.map(({ id, items, marker, block, sentence, at }) => {
      return { id, items, marker, block, sentence, at: part.from + 1 + at, part, section: part.id };
    }),
  );
  const placeholders = all((text) => text.placeholders);
  const partOf = new Map(parts.map((part) => [part.id, part]));
  return {
    parts,
    partOf,
    blocks: all((text) => text.blocks),
    figures: all((text) => text.figures),
    citations,
    placeholders,
    articleLinks: all((text) => text.articleLinks),
    references: new Map(references.map((reference) => [reference.id, reference])),
    keysOf: keysOf(citations),
    orderOf: orderIn(document.content.size, partOf, citations, placeholders, references),
  };
}

function keysOf(citations: readonly CitationInText[]): Map<ReferenceId, Set<string>> {
  const keys = new Map<ReferenceId, Set<string>>();
  for (const { items } of citations)
    for (const { reference, key } of items) {
      if (!reference) continue;
      const known = keys.get(reference) ?? new Set();
      if (key !== null) known.add(key);
      keys.set(reference, known);
    }
  return keys;
}

function orderIn(
  end: number,
  partOf: ReadonlyMap<SectionId, Part>,
  citations: readonly { id: CitationId; at: number }[],
  placeholders: readonly { id: string; at: number }[],
  references: readonly Reference[],
): ManuscriptIndex["orderOf"] {
  const at = new Map<string, number>([
    ...citations.map(({ id, at }) => [id, at] as const),
    ...placeholders.map(({ id, at }) => [id, at] as const),
    ...references.map(({ id }, index) => [id, end + 1 + index] as const),
  ]);
  return (place) => {
    if (place.kind === "citation") return at.get(place.citation) ?? end;
    if (place.kind === "placeholder") return at.get(place.placeholder) ?? end;
    if (place.kind === "reference") return at.get(place.reference) ?? end;
    if (place.kind === "text" || place.kind === "picture") return place.at;
    return partOf.get(place.section)?.from ?? end;
  };
}
