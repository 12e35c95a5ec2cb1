import type { Mark, Node } from "prosemirror-model";
import { itemOf } from "@/domain/citation/item";
import { shortNamesOf } from "@/domain/citation/names";
import { schema } from "@/domain/document/schema";
import { cleanInlines } from "./clean";
import { cutTo } from "./cut";
import { foldNotes } from "./fold-notes";
import { findMarkers } from "./markers/find";
import type { Marker, TextFacts } from "./markers/marker";
import type { ReferenceBook } from "./references";
import { type Run, runOf } from "./run";
import type { Inline, LedgerLine, TextMark } from "./tree";

/** What building an import needs and gathers on its way. */
export type Desk = {
  book: ReferenceBook;
  facts: TextFacts;
  newId: () => string;
  lines: LedgerLine[];
  found: { citation: number; link: number };
};

/** A heading ends in no full stop, so no gap in it is a lost citation. */
export const forHeadings = (desk: Desk): Desk => ({ ...desk, facts: { ...desk.facts, strippedBefore: new Set() } });

/** The nodes of one text block: its words, with every marker as a citation or a placeholder in its place. */
export function buildLine(written: readonly Inline[], desk: Desk): Node[] {
  const run = runOf(foldNotes(cleanInlines(written, desk.lines)));
  const nodes: Node[] = [];
  let at = 0;
  for (const marker of findMarkers(run, desk.facts)) {
    nodes.push(...wordsBetween(run, at, marker.from));
    nodes.push(...nodesOf(marker, run, desk));
    at = marker.to;
  }
  return [...nodes, ...wordsBetween(run, at, run.text.length)];
}

/** The nodes that stand for a marker; what does not fit into one goes to the ledger whole. */
function nodesOf(marker: Marker, run: Run, desk: Desk): Node[] {
  const written = run.text.slice(marker.from, marker.to).trim();
  if (marker.kind === "litter") {
    desk.lines.push({
      what: "chat residue",
      text: written,
      reason: "A mark of a chat assistant that stood for nothing.",
    });
    return [];
  }
  const shown = shownAs(marker, written, run);
  if (shown.length > 500)
    desk.lines.push({ what: "marker", text: shown, reason: "Too long to be kept whole in its place." });
  const attributes = { id: desk.newId(), marker: cutTo(shown, 500).replaceAll("\uFFFC", "") || null };
  if (marker.kind === "link") {
    desk.found.link++;
    if (marker.target.length > 500)
      desk.lines.push({ what: "placeholder", text: marker.target, reason: "Too long to be kept whole in its place." });
    const place = { target: cutTo(marker.target, 500), text: cutTo(marker.text, 500) };
    return [schema.node("placeholderLink", { ...attributes, ...place })];
  }
  desk.found.citation++;
  const items = boundItems(marker, desk.book);
  const author = marker.narrative ? authorOf(items[0]?.reference ?? null, desk.book) : null;
  if (marker.narrative)
    desk.lines.push({
      what: "author in the sentence",
      text: shown,
      reason: author ? "The author's name was written into it." : "The sentence needs the author's name here.",
    });
  const named = author ? items.map((item, at) => (at === 0 ? { ...item, suppressAuthor: true } : item)) : items;
  const citation = schema.node("citation", { ...attributes, items: named });
  return author ? [schema.text(author), citation] : [citation];
}

/** What stood where a marker is now. */
function shownAs(marker: Marker, written: string, run: Run): string {
  if (marker.kind !== "citation") return written;
  if (marker.source !== undefined) return `^[${marker.source}]`;
  if (!marker.certain) return written;
  const read = run.inlines.find(
    ({ inline, from }) => inline.kind === "cite" && from >= marker.from && from < marker.to,
  );
  return read?.inline.kind === "cite" ? read.inline.written : written;
}

/** Who wrote a work that is in hand, in the words of a sentence; its title where nobody signed it. */
function authorOf(reference: string | null, book: ReferenceBook): string | null {
  const record = book.references.find(({ id }) => id === reference)?.source?.record;
  if (!record) return null;
  return shortNamesOf(record.author ?? record.editor) || record.title;
}

function boundItems(marker: Extract<Marker, { kind: "citation" }>, book: ReferenceBook) {
  if (marker.source !== undefined) return [itemOf(book.add(marker.source))];
  return marker.items.map((item) =>
    item.key === null ? item : { ...item, reference: book.find(item.key, marker.footnote ?? false) },
  );
}

function wordsBetween(run: Run, from: number, to: number): Node[] {
  const nodes: Node[] = [];
  for (const { inline, from: start, to: end } of run.inlines) {
    const first = Math.max(from, start);
    const last = Math.min(to, end);
    if (first >= last) continue;
    if (inline.kind === "break") nodes.push(schema.node("hardBreak"));
    else if (inline.kind === "text" || inline.kind === "verbatim")
      nodes.push(schema.text(inline.text.slice(first - start, last - start), marksOf(inline.marks)));
  }
  return nodes;
}

/** A set as the schema wants it: each mark once, the later of two that exclude each other. */
const marksOf = (marks: readonly TextMark[]): readonly Mark[] =>
  marks.reduce<readonly Mark[]>((set, mark) => markOf(mark).addToSet(set), []);

const markOf = (mark: TextMark): Mark =>
  mark.kind === "link" ? schema.mark("link", { href: mark.href }) : schema.mark(mark.kind);
