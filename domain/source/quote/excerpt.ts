import type { Passage } from "./judge";

/** A passage with the words around it, to be shown; what was cut off is marked by an ellipsis. */
export type Excerpt = { before: string; exact: string; after: string };

/** Cuts a passage out of a text with so many characters around it, between words; of a long one the ends are left. */
export function excerptAt(text: string, { from, to }: Passage, around: number): Excerpt {
  const opening = text.slice(Math.max(0, from - around), from);
  const closing = text.slice(to, to + around);
  const before = from > around ? `… ${opening.replace(/^\S*\s+/u, "")}` : opening;
  const after = to + around < text.length ? `${closing.replace(/\s+\S*$/u, "")} …` : closing;
  const exact = text.slice(from, to);
  return {
    before: spaced(before),
    exact: spaced(exact.length > longest ? `${exact.slice(0, longest / 2)} […] ${exact.slice(-longest / 2)}` : exact),
    after: spaced(after),
  };
}

/** How a text begins, as an excerpt that highlights nothing. */
export const opening = (text: string, length: number): Excerpt => {
  const head = text.slice(0, length);
  return { before: "", exact: "", after: spaced(text.length > length ? `${head.replace(/\s+\S*$/u, "")} …` : head) };
};

/** The place of a W3C TextPositionSelector, which counts code points, in UTF-16 units of a text. */
export function passageAt(text: string, start: number, end: number): Passage {
  const from = unitsOf(text, 0, start);
  return { from, to: unitsOf(text, from, end - start) };
}

const longest = 2000;
const spaced = (text: string): string => text.replace(/\s+/gu, " ");

function unitsOf(text: string, from: number, points: number): number {
  let at = from;
  for (let counted = 0; counted < points && at < text.length; counted++)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
