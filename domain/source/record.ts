import { z } from "zod";

/** The CSL 1.0.2 item types that the desk offers; the names are CSL's own. */
export const sourceTypes = [
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "article",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "collection",
  "dataset",
  "document",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "event",
  "figure",
  "graphic",
  "hearing",
  "interview",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "performance",
  "periodical",
  "personal_communication",
  "post",
  "post-weblog",
  "regulation",
  "report",
  "review",
  "review-book",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "treaty",
  "webpage",
] as const;

const Text = z.string().trim().min(1).max(2000);
const Name = z.union([
  z.strictObject({
    family: Text,
    given: Text.optional(),
    suffix: Text.optional(),
    "non-dropping-particle": Text.optional(),
    "dropping-particle": Text.optional(),
  }),
  z.strictObject({ literal: Text }),
]);
const Names = z.array(Name).min(1).max(500);
const DatePart = z.int().min(-9999).max(9999);
const DateParts = z.strictObject({
  "date-parts": z.array(z.array(DatePart).min(1).max(3)).min(1).max(2),
});
const WebAddress = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^\s/]+[^\s]*$/i, "not a web address");

/**
 * A bibliographic record: CSL-JSON (CSL 1.0.2 data schema) without `id`, which is the source's own. Dates are
 * `date-parts` only. Unknown fields are refused, so nothing unchecked reaches a page.
 */
export const SourceRecord = z.strictObject({
  type: z.enum(sourceTypes),
  title: Text,
  author: Names.optional(),
  editor: Names.optional(),
  translator: Names.optional(),
  issued: DateParts.optional(),
  accessed: DateParts.optional(),
  "container-title": Text.optional(),
  "collection-title": Text.optional(),
  "event-title": Text.optional(),
  publisher: Text.optional(),
  "publisher-place": Text.optional(),
  volume: Text.optional(),
  issue: Text.optional(),
  number: Text.optional(),
  page: Text.optional(),
  edition: Text.optional(),
  genre: Text.optional(),
  medium: Text.optional(),
  archive: Text.optional(),
  archive_location: Text.optional(),
  authority: Text.optional(),
  DOI: Text.optional(),
  ISBN: Text.optional(),
  ISSN: Text.optional(),
  PMID: Text.optional(),
  PMCID: Text.optional(),
  URL: WebAddress.optional(),
  language: Text.optional(),
  abstract: z.string().max(20_000).optional(),
  note: z.string().max(20_000).optional(),
});
export type SourceRecord = z.infer<typeof SourceRecord>;
export type SourceName = z.infer<typeof Name>;
