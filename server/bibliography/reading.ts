import type { SourceRecord } from "@/domain/source/record";

/** One entry of a file that became a record: its key there, where it stands, its text, and the fields that had no place. */
export type ReadEntry = { key: string; record: SourceRecord; raw: string; line: number; leftOut: string[] };

/** One entry of a file that became nothing: its key where it has one, where it stands (lines count from 1), and why. */
export type Failure = { key: string | null; line: number; why: string; raw: string };

/** What a file came to. No entry of it is in neither list. */
export type Reading = { entries: ReadEntry[]; failures: Failure[] };

/** Who a reader is like. As `pandoc`, English titles are put into sentence case and quotes are curled. */
export type Manner = { like?: "pandoc" };

/** An entry larger than this is refused whole, in UTF-16 units. */
export const largestEntry = 200_000;
/** Braces, elements and lists nested deeper than this are refused before anything walks them. */
export const deepestNesting = 60;

/** Counts the lines of a text up to an offset, for offsets that only grow. */
export function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at++)
      if (text.charCodeAt(at) === 10 || (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    return line;
  };
}
