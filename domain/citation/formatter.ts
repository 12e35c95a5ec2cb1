import { z } from "zod";
import { Href } from "@/domain/document/attributes";
import type { SourceRecord } from "@/domain/source/record";

/**
 * A stretch of a formatted reference or citation: plain text with the ways CSL 1.0.2 can set it; it can hold no markup.
 * `href` is a web address, `reference` the entry of the list that a piece of a citation points at.
 */
export const Run = z.object({
  text: z.string(),
  italic: z.literal(true).exactOptional(),
  bold: z.literal(true).exactOptional(),
  smallCaps: z.literal(true).exactOptional(),
  underline: z.literal(true).exactOptional(),
  sup: z.literal(true).exactOptional(),
  sub: z.literal(true).exactOptional(),
  href: Href.exactOptional(),
  reference: z.string().exactOptional(),
});
export type Run = z.infer<typeof Run>;

/**
 * Draws a source without an engine: `entry` is a line in a list of sources, `short` names it in a few words (for a card
 * beside the text, and wherever a style prints nothing).
 */
export type CitationFormatter = {
  entry: (record: SourceRecord) => Run[];
  short: (record: SourceRecord) => string;
};
