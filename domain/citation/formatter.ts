import type { SourceRecord } from "@/domain/source/record";

/**
 * A stretch of a formatted reference or citation: plain text with the ways CSL 1.0.2 can set it; it can hold no markup.
 * `href` is a web address, `reference` the entry of the list that a piece of a citation points at.
 */
export type Run = {
  text: string;
  italic?: true;
  bold?: true;
  smallCaps?: true;
  underline?: true;
  sup?: true;
  sub?: true;
  href?: string;
  reference?: string;
};

/**
 * Draws a source for readers. `entry` is its line in the list of sources, `short` names it in a few words (for a note
 * beside the text). `credit` is who has to be thanked in the colophon, or null.
 */
export type CitationFormatter = {
  entry: (record: SourceRecord) => Run[];
  short: (record: SourceRecord) => string;
  credit: { name: string; href: string } | null;
};
