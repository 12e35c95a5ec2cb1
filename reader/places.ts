import type { Node } from "prosemirror-model";
import type { Formatted, StyleKind } from "@/domain/citation/formatted";
import type { Run } from "@/domain/citation/formatter";
import { formattableOf } from "@/domain/citation/in-document";
import { inHouseStyle } from "@/domain/citation/house-list";
import { locatorOf } from "@/domain/citation/locator";
import { placeLetters } from "@/domain/citation/numbering";
import { CitationItems } from "@/domain/document/attributes";
import type { ReferenceId } from "@/domain/ids";
import type { CitedReference } from "@/domain/publishing/edition";

/** One place in the text where a reference is cited: its letter, the anchor to go back to, and what it points at. */
export type Place = { letter: string; anchor: string; locator: string; quote: string | null };

/** An entry of the list of sources: `number` is its place there, `label` what the style sets before it. */
export type Entry = {
  reference: CitedReference;
  number: number;
  label: string | null;
  runs: readonly Run[];
  places: readonly Place[];
};

/** A piece of a citation as it stands in the text: the entry that it leads to and the anchor where back-links lead. */
export type Piece = { run: Run; to: number | null; anchor: string | null };

/** What a citation shows in the text and in the note beside it; `note` is its number in a style of notes. */
export type DrawnCitation = {
  pieces: Piece[];
  note: number | null;
  /** Whether it stands right behind a word, so that a mark which is not raised needs a space before it. */
  close: boolean;
  items: { number: number; locator: string; quote: string | null }[];
};

/** All that is drawn of an article's citations: what stands in the text, by citation id, the notes and the list. */
export type Citations = {
  kind: StyleKind;
  hanging: boolean;
  drawn: ReadonlyMap<string, DrawnCitation>;
  notes: readonly { number: number; anchor: string; runs: readonly Run[] }[];
  /** Cited references in the order of the style. */
  entries: readonly Entry[];
  /** References that the edition keeps without citing them. */
  uncited: readonly { reference: CitedReference; runs: readonly Run[] }[];
};

/** Lays the formatted citations of an edition over its text, and gives each place its letter and anchor. */
export function citationsIn(
  parts: readonly Node[],
  references: readonly CitedReference[],
  frozen: Formatted | null,
): Citations {
  const cited = citedItems(parts);
  const known = new Map(references.map((reference) => [reference.id, reference]));
  for (const { items } of cited)
    for (const { reference } of items)
      if (!known.has(reference)) throw new Error(`reference ${reference} is cited, but the edition does not keep it`);
  const formatted = frozen ?? inHouseStyle(withUncited(formattableOf(parts, references, "numeric"), references));
  const isCited = new Set(cited.flatMap(({ items }) => items.map(({ reference }) => reference)));
  const list = formatted.bibliography.filter(({ reference }) => isCited.has(reference));
  const numbers = new Map(list.map(({ reference }, index) => [reference, index + 1]));
  const texts = new Map(formatted.citations.map(({ id, lead, runs }) => [id as string, [...lead, ...runs]]));

  const places = new Map<ReferenceId, Place[]>();
  const notes: { number: number; anchor: string; runs: readonly Run[] }[] = [];
  const drawn = new Map<string, DrawnCitation>();
  for (const { id, items, close } of cited) {
    if (items.length === 0) continue;
    const runs = texts.get(id);
    if (!runs) throw new Error(`citation ${id} is in the text, but the edition did not format it`);
    const note = formatted.kind === "note" ? notes.length + 1 : null;
    const { citation, placed } = drawOne(items, note === null ? runs : [{ text: String(note) }], note, numbers, places);
    drawn.set(id, { ...citation, close });
    for (const [reference, place] of placed) places.set(reference, [...(places.get(reference) ?? []), place]);
    if (note !== null) notes.push({ number: note, anchor: placed[0]?.[1].anchor ?? "", runs });
  }
  return {
    kind: formatted.kind,
    hanging: formatted.hanging,
    drawn,
    notes,
    entries: list.flatMap(({ reference, label, runs }, index) => {
      const kept = known.get(reference);
      return kept ? [{ reference: kept, number: index + 1, label, runs, places: places.get(reference) ?? [] }] : [];
    }),
    uncited: formatted.bibliography.flatMap(({ reference, runs }) => {
      const kept = known.get(reference);
      return kept && !isCited.has(reference) ? [{ reference: kept, runs }] : [];
    }),
  };
}

type CitedItem = { reference: ReferenceId; locator: string; quote: string | null };

function citedItems(parts: readonly Node[]): { id: string; items: CitedItem[]; close: boolean }[] {
  const found: { id: string; items: CitedItem[]; close: boolean }[] = [];
  for (const part of parts)
    part.descendants((node, _at, parent, index) => {
      if (node.type.name !== "citation") return;
      const items = CitationItems.parse(node.attrs["items"]).flatMap(({ reference, quote, ...item }) =>
        reference ? [{ reference, quote, locator: locatorOf(item) }] : [],
      );
      const before = index > 0 ? parent?.maybeChild(index - 1) : null;
      const close = before ? /[^\s([{«“‘]$/u.test(before.text ?? "x") : false;
      found.push({ id: String(node.attrs["id"]), items, close });
    });
  return found;
}

const withUncited = (
  formattable: ReturnType<typeof formattableOf>,
  references: readonly CitedReference[],
): ReturnType<typeof formattableOf> => ({
  ...formattable,
  records: references.map(({ id, record }) => ({ reference: id, record })),
  uncited: references.map(({ id }) => id),
});

function drawOne(
  items: readonly CitedItem[],
  runs: readonly Run[],
  note: number | null,
  numbers: ReadonlyMap<ReferenceId, number>,
  places: ReadonlyMap<ReferenceId, readonly Place[]>,
): { citation: Omit<DrawnCitation, "close">; placed: [ReferenceId, Place][] } {
  const anchors = new Map<ReferenceId, { letter: string; anchor: string }>();
  for (const { reference } of items) {
    const letter = placeLetters(new Set(places.get(reference)?.map((place) => place.letter)).size);
    if (!anchors.has(reference)) anchors.set(reference, { letter, anchor: `c${numbers.get(reference)}${letter}` });
  }
  const free = new Map(anchors);
  const pieces = runs.map((run, index): Piece => {
    const own = items.find(({ reference }) => reference === run.reference)?.reference;
    // A note's number, or a mark that names none of what it cites, is the place of all of it.
    const reference = own ?? (runs.every((one) => !one.reference) && index === 0 ? items[0]?.reference : undefined);
    if (!reference) return { run, to: null, anchor: null };
    const anchor = free.get(reference)?.anchor ?? null;
    free.delete(reference);
    return { run, to: numbers.get(reference) ?? null, anchor };
  });
  const placed = items.map(({ reference, locator, quote }): [ReferenceId, Place] => {
    const { letter, anchor } = anchors.get(reference) ?? { letter: "a", anchor: "" };
    const here = free.has(reference) ? nearest(pieces, numbers.get(reference) ?? 0) : anchor;
    return [reference, { letter, anchor: here, locator, quote }];
  });
  return {
    citation: {
      pieces,
      note,
      items: items.map(({ reference, locator, quote }) => ({ number: numbers.get(reference) ?? 0, locator, quote })),
    },
    placed,
  };
}

/** Where a source is cited whose number is inside a range, or not printed: the piece before it, else the first. */
function nearest(pieces: readonly Piece[], number: number): string {
  const anchored = pieces.flatMap(({ anchor, to }) => (anchor && to ? [{ anchor, to }] : []));
  const before = anchored.filter(({ to }) => to <= number).toSorted((a, b) => b.to - a.to);
  return (before[0] ?? anchored[0])?.anchor ?? "";
}
