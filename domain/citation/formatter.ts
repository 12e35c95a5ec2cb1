import type { SourceRecord } from "@/domain/source/record";

/** A stretch of a formatted reference: plain text that may be set in italics or be a link; it can hold no markup. */
export type Run = { text: string; italic?: true; href?: string };

/**
 * Draws a source for readers. `entry` is its line in the list of sources, `short` names it in a few words (for a note
 * beside the text). `credit` is who has to be thanked in the colophon, or null.
 */
export type CitationFormatter = {
  entry: (record: SourceRecord) => Run[];
  short: (record: SourceRecord) => string;
  credit: { name: string; href: string } | null;
};
