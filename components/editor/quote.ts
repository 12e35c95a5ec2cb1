import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import type { SectionId } from "@/domain/ids";

/** Selected words as a TextQuoteSelector (W3C Web Annotation Data Model) within one section. */
export type Quote = { section: SectionId; exact: string; prefix: string; suffix: string };

const around = 60;

/** The words between two positions as a quote, or null where they are none or cross from one section into another. */
export function quoteAt(document: Node, from: number, to: number): Quote | null {
  const part = partsOf(document).find(
    (candidate) => from > candidate.from && to < candidate.from + candidate.node.nodeSize,
  );
  if (!part) return null;
  const { text, places } = flat(part.node, part.from + 1);
  const start = places.findIndex((at) => at >= from);
  const beyond = places.findIndex((at) => at >= to);
  const end = beyond < 0 ? places.length : beyond;
  const exact = start < 0 ? "" : text.slice(start, end);
  if (!exact.trim() || exact.length > 2000) return null;
  return {
    section: part.id,
    exact,
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, end + around),
  };
}

/** Where a quote stands now: the occurrence whose surroundings fit best, or null when the words are gone. */
export function findQuote(document: Node, quote: Quote): { from: number; to: number } | null {
  const part = partsOf(document).find(({ id }) => id === quote.section);
  if (!part || !quote.exact) return null;
  const { text, places } = flat(part.node, part.from + 1);
  let best: { at: number; score: number } | null = null;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const score =
      sharedEnd(text.slice(0, at), quote.prefix) + sharedStart(text.slice(at + quote.exact.length), quote.suffix);
    if (!best || score > best.score) best = { at, score };
  }
  const from = best && places[best.at];
  const last = best && places[best.at + quote.exact.length - 1];
  return typeof from === "number" && typeof last === "number" ? { from, to: last + 1 } : null;
}

/** The text of a node with the document position of each of its characters; blocks are parted by a line break. */
function flat(node: Node, start: number): { text: string; places: number[] } {
  let text = "";
  const places: number[] = [];
  const add = (words: string, at: number, step: number) => {
    for (let index = 0; index < words.length; index++) places.push(at + index * step);
    text += words;
  };
  node.descendants((child, offset) => {
    const at = start + offset;
    if (child.isTextblock && text) add("\n", at, 0);
    if (child.isText) add(child.text ?? "", at, 1);
    else if (child.isLeaf) add(child.type.spec.leafText?.(child) ?? "", at, 0);
  });
  return { text, places };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
