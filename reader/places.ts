import type { Node } from "prosemirror-model";
import { locatorOf } from "@/domain/citation/locator";
import { numberRuns, numbersIn, placeLetters } from "@/domain/citation/numbering";
import { CitationItems } from "@/domain/document/attributes";
import type { ReferenceId } from "@/domain/ids";
import type { CitedReference } from "@/domain/publishing/edition";

/** One place in the text where a reference is cited: its letter, the anchor to go back to, and what it points at. */
export type Place = { letter: string; anchor: string; locator: string; quote: string | null };

/** A number, or a run of neighbours (4–6), as it stands in the text; the anchor is where back-links lead. */
export type Shown = { from: number; to: number; anchor: string };

/** What a citation shows in the text and in the note beside it. */
export type DrawnCitation = { shown: Shown[]; items: { number: number; locator: string; quote: string | null }[] };

/** All that is drawn of an article's citations: what stands in the text, by citation id, and the list's entries. */
export type Citations = {
  drawn: ReadonlyMap<string, DrawnCitation>;
  /** Cited references in citing order; the first has number 1. */
  entries: readonly { reference: CitedReference; places: readonly Place[] }[];
  /** References that the edition keeps without citing them. */
  uncited: readonly CitedReference[];
};

/** Numbers the citations of an edition in reading order and gives each place its letter and anchor. */
export function citationsIn(parts: readonly Node[], references: readonly CitedReference[]): Citations {
  const numbers = numbersIn(parts);
  const places = new Map<ReferenceId, Place[]>();
  const drawn = new Map<string, DrawnCitation>();
  for (const part of parts)
    part.descendants((node) => {
      if (node.type.name === "citation") drawn.set(String(node.attrs["id"]), draw(node, numbers, places));
    });
  const known = new Map(references.map((reference) => [reference.id, reference]));
  const entries = [...numbers.keys()].map((id) => {
    const reference = known.get(id);
    if (!reference) throw new Error(`reference ${id} is cited, but the edition does not keep it`);
    return { reference, places: places.get(id) ?? [] };
  });
  return { drawn, entries, uncited: references.filter(({ id }) => !numbers.has(id)) };
}

function draw(node: Node, numbers: Map<ReferenceId, number>, places: Map<ReferenceId, Place[]>): DrawnCitation {
  const items = CitationItems.parse(node.attrs["items"]).flatMap(({ reference, quote, ...item }) => {
    const number = reference && numbers.get(reference);
    return reference && number ? [{ reference, number, quote, locator: locatorOf(item) }] : [];
  });
  const letters = new Map<number, string>();
  for (const { reference, number } of items) {
    const before = new Set(places.get(reference)?.map(({ letter }) => letter)).size;
    if (!letters.has(number)) letters.set(number, placeLetters(before));
  }
  const shown = numberRuns(items.map(({ number }) => number)).map(({ from, to }) => ({
    from,
    to,
    anchor: `c${from}${letters.get(from) ?? "a"}`,
  }));
  for (const { reference, number, locator, quote } of items) {
    const anchor = shown.find(({ from, to }) => from <= number && number <= to)?.anchor ?? "";
    const place = { letter: letters.get(number) ?? "a", anchor, locator, quote };
    places.set(reference, [...(places.get(reference) ?? []), place]);
  }
  return { shown, items: items.map(({ number, locator, quote }) => ({ number, locator, quote })) };
}
