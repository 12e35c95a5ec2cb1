import type { SourceRecord } from "@/domain/source/record";

type Plain = Exclude<keyof SourceRecord, "type" | "marks">;

/** Fields of BibTeX and BibLaTeX whose text is a CSL variable's; of two names for one, the first that has text counts. */
export const textFields: readonly [variable: Plain, names: readonly string[]][] = [
  ["publisher-place", ["address", "location"]],
  ["volume", ["volume"]],
  ["edition", ["edition"]],
  ["note", ["note"]],
  ["abstract", ["abstract"]],
  ["annote", ["annotation", "annote"]],
  ["keyword", ["keywords"]],
  ["title-short", ["shorttitle"]],
  ["container-title-short", ["shortjournal"]],
  ["chapter-number", ["chapter"]],
  ["number-of-pages", ["pagetotal", "numpages"]],
  ["number-of-volumes", ["volumes"]],
  ["part-number", ["part"]],
  ["version", ["version"]],
  ["status", ["pubstate"]],
  ["call-number", ["library"]],
  ["event-title", ["eventtitle"]],
  ["event-place", ["venue"]],
  ["original-title", ["origtitle"]],
  ["original-publisher", ["origpublisher"]],
  ["original-publisher-place", ["origlocation"]],
  ["ISBN", ["isbn"]],
  ["ISSN", ["issn"]],
  ["PMID", ["pmid"]],
  ["PMCID", ["pmcid"]],
];

/** Fields with names in them. */
export const nameFields: readonly [variable: Plain, name: string][] = [
  ["author", "author"],
  ["editor", "editor"],
  ["translator", "translator"],
  ["container-author", "bookauthor"],
];

/**
 * Variables that BibTeX has no field for are written to fields of the same name in small letters, which every style
 * passes over; read back, nothing of them is lost.
 */
export const ownTexts: readonly Plain[] = [
  "archive",
  "archive-place",
  "archive_collection",
  "archive_location",
  "authority",
  "dimensions",
  "genre",
  "jurisdiction",
  "medium",
  "number",
  "part-title",
  "references",
  "reviewed-title",
  "scale",
  "section",
  "volume-title",
];
export const ownNames: readonly Plain[] = [
  "collection-editor",
  "compiler",
  "composer",
  "contributor",
  "director",
  "host",
  "illustrator",
  "interviewer",
  "original-author",
  "performer",
  "producer",
  "recipient",
  "reviewed-author",
];
export const ownDates: readonly Plain[] = ["submitted", "available-date"];

/** The field that a variable without one is written to. */
export const ownFieldOf = (variable: string): string => `csl-${variable.toLowerCase().replaceAll("_", "-")}`;

/** Reads a field as it stands, without LaTeX, as addresses and identifiers are: only what had to be escaped is undone. */
export const verbatim = (text: string): string =>
  text
    .replace(/\\url\s*(?=\{)|\\([_%&#$~^{}\\])|[{}]/gu, (_, escaped: string | undefined) => escaped ?? "")
    .replace(/\s+/gu, " ")
    .trim();

/** The same the other way round. */
export const asVerbatim = (text: string): string => text.replace(/[{}\\]/gu, "\\$&");
