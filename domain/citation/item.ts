import { z } from "zod";
import { ReferenceId } from "@/domain/ids";

/** The locator terms of CSL 1.0.2 that a citation may point into its source with. */
export const locatorLabels = [
  "page",
  "chapter",
  "section",
  "paragraph",
  "line",
  "verse",
  "volume",
  "issue",
  "figure",
  "table",
  "note",
  "timestamp",
  "act",
  "appendix",
  "article-locator",
  "book",
  "canon",
  "column",
  "elocation",
  "equation",
  "folio",
  "opus",
  "part",
  "rule",
  "scene",
  "sub-verbo",
  "supplement",
  "title-locator",
] as const;
export type LocatorLabel = (typeof locatorLabels)[number];

/** How the source stands to the sentence, in the terms of CiTO (supports, disputes, discusses). */
export const stances = ["supports", "disputes", "discusses"] as const;

/**
 * One thing that a citation rests on. `reference` is null while nobody knows what `key` (the number or key that the
 * imported text used) points at: such an item is a hole. `locator`, `label`, `prefix`, `suffix` are CSL cite-item fields.
 */
export const CitationItem = z.strictObject({
  reference: ReferenceId.nullable(),
  key: z.string().max(200).nullable(),
  locator: z.string().max(200).nullable(),
  label: z.enum(locatorLabels).nullable(),
  quote: z.string().max(5000).nullable(),
  stance: z.enum(stances).nullable(),
  prefix: z.string().max(500).nullable(),
  suffix: z.string().max(500).nullable(),
  suppressAuthor: z.boolean(),
});
export type CitationItem = z.infer<typeof CitationItem>;

/** A citation item with everything but its reference and key left open. */
export function itemOf(reference: ReferenceId | null, key: string | null = null): CitationItem {
  return {
    reference,
    key,
    locator: null,
    label: null,
    quote: null,
    stance: null,
    prefix: null,
    suffix: null,
    suppressAuthor: false,
  };
}
