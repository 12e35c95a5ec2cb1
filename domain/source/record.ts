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
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  season: z.int().min(1).max(4).optional(),
  circa: z.literal(true).optional(),
  /** The date in the source's own words, where they say more than the parts. */
  literal: Text.optional(),
});
const WebAddress = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^\s/]\S*$/i, "not a web address");

/** The fields whose words can carry marks. */
export const markedFields = ["title", "container-title", "collection-title"] as const;
/** What a stretch of a title is set in; `nocase` are words whose capitals no style may change. */
export const markKinds = ["italic", "bold", "small-caps", "sub", "sup", "nocase"] as const;

/**
 * A stretch of a field's plain text, from one UTF-16 offset up to another, and what it is set in. Titles are plain text;
 * italics and the like stand beside them, so that no markup is ever stored or trusted.
 */
const Mark = z.strictObject({
  field: z.enum(markedFields),
  from: z.int().min(0).max(2000),
  to: z.int().min(1).max(2000),
  as: z.enum(markKinds),
});

/**
 * A bibliographic record: CSL-JSON (CSL 1.0.2 data schema) without `id`, which is the source's own, and with `marks` in
 * place of tags. A date always has `date-parts`. Unknown fields are refused, so nothing unchecked reaches a page.
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
  annote: z.string().max(20_000).optional(),
  keyword: z.string().max(20_000).optional(),
  "title-short": Text.optional(),
  "container-title-short": Text.optional(),
  "collection-number": Text.optional(),
  "chapter-number": Text.optional(),
  "number-of-pages": Text.optional(),
  "number-of-volumes": Text.optional(),
  "part-number": Text.optional(),
  "part-title": Text.optional(),
  "volume-title": Text.optional(),
  "original-title": Text.optional(),
  "original-publisher": Text.optional(),
  "original-publisher-place": Text.optional(),
  "reviewed-title": Text.optional(),
  "event-place": Text.optional(),
  "call-number": Text.optional(),
  "archive-place": Text.optional(),
  archive_collection: Text.optional(),
  dimensions: Text.optional(),
  scale: Text.optional(),
  section: Text.optional(),
  status: Text.optional(),
  version: Text.optional(),
  jurisdiction: Text.optional(),
  references: Text.optional(),
  "original-date": DateParts.optional(),
  "event-date": DateParts.optional(),
  submitted: DateParts.optional(),
  "available-date": DateParts.optional(),
  "collection-editor": Names.optional(),
  "container-author": Names.optional(),
  "original-author": Names.optional(),
  "reviewed-author": Names.optional(),
  compiler: Names.optional(),
  composer: Names.optional(),
  contributor: Names.optional(),
  director: Names.optional(),
  host: Names.optional(),
  illustrator: Names.optional(),
  interviewer: Names.optional(),
  performer: Names.optional(),
  producer: Names.optional(),
  recipient: Names.optional(),
  marks: z.array(Mark).min(1).max(200).optional(),
});
export type SourceMark = z.infer<typeof Mark>;
export type SourceDate = z.infer<typeof DateParts>;
export type SourceRecord = z.infer<typeof SourceRecord>;
export type SourceName = z.infer<typeof Name>;
