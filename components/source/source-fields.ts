import type { SourceRecord } from "@/domain/source/record";

/** A field of the source form: a CSL variable with the name that librarians know it by. */
export type SourceField = { name: PlainField; label: string; hint?: string };
export type PlainField =
  | "container-title"
  | "publisher"
  | "publisher-place"
  | "volume"
  | "issue"
  | "page"
  | "edition"
  | "number"
  | "genre"
  | "event-title"
  | "authority"
  | "DOI"
  | "ISBN"
  | "PMID"
  | "URL"
  | "archive"
  | "archive_location";

const journal: SourceField[] = [
  { name: "container-title", label: "Journal" },
  { name: "volume", label: "Volume" },
  { name: "issue", label: "Issue" },
  { name: "page", label: "Pages" },
  { name: "DOI", label: "DOI" },
  { name: "PMID", label: "PMID" },
  { name: "URL", label: "Web address" },
];
const web: SourceField[] = [
  { name: "container-title", label: "Site" },
  { name: "publisher", label: "Publisher" },
  { name: "URL", label: "Web address" },
];
const press: SourceField[] = [
  { name: "container-title", label: "Newspaper or magazine" },
  { name: "page", label: "Pages" },
  { name: "URL", label: "Web address" },
];
const book: SourceField[] = [
  { name: "publisher", label: "Publisher" },
  { name: "publisher-place", label: "Place" },
  { name: "edition", label: "Edition" },
  { name: "ISBN", label: "ISBN" },
  { name: "DOI", label: "DOI" },
  { name: "URL", label: "Web address" },
];
const report: SourceField[] = [
  { name: "publisher", label: "Institution" },
  { name: "number", label: "Number" },
  { name: "genre", label: "Kind of report" },
  { name: "DOI", label: "DOI" },
  { name: "URL", label: "Web address" },
];

/** The types that the form offers by name, each with the fields that identify such a work. The rest take `other`. */
export const offeredTypes: { type: SourceRecord["type"]; label: string; fields: SourceField[] }[] = [
  { type: "webpage", label: "Web page", fields: web },
  { type: "article-newspaper", label: "News article", fields: press },
  { type: "article-magazine", label: "Magazine article", fields: press },
  { type: "article-journal", label: "Journal article", fields: journal },
  { type: "book", label: "Book", fields: book },
  {
    type: "chapter",
    label: "Chapter",
    fields: [{ name: "container-title", label: "Book" }, { name: "page", label: "Pages" }, ...book],
  },
  { type: "report", label: "Report", fields: report },
  {
    type: "paper-conference",
    label: "Conference paper",
    fields: [
      { name: "container-title", label: "Proceedings" },
      { name: "event-title", label: "Conference" },
      ...journal.slice(3),
    ],
  },
  { type: "thesis", label: "Thesis", fields: report },
  { type: "dataset", label: "Data set", fields: [{ name: "publisher", label: "Repository" }, ...report.slice(3)] },
  {
    type: "legislation",
    label: "Law",
    fields: [
      { name: "number", label: "Number" },
      { name: "authority", label: "Authority" },
      { name: "URL", label: "Web address" },
    ],
  },
  {
    type: "speech",
    label: "Speech",
    fields: [
      { name: "event-title", label: "Occasion" },
      { name: "publisher-place", label: "Place" },
      { name: "URL", label: "Web address" },
    ],
  },
  {
    type: "interview",
    label: "Interview",
    fields: [
      { name: "publisher", label: "Publisher" },
      { name: "archive", label: "Archive" },
      { name: "archive_location", label: "Where in the archive" },
      { name: "URL", label: "Web address" },
    ],
  },
  {
    type: "personal_communication",
    label: "Letter or message",
    fields: [
      { name: "archive", label: "Archive" },
      { name: "archive_location", label: "Where in the archive" },
    ],
  },
  {
    type: "document",
    label: "Other document",
    fields: [
      { name: "publisher", label: "Publisher" },
      { name: "number", label: "Number" },
      { name: "archive", label: "Archive" },
      { name: "archive_location", label: "Where in the archive" },
      { name: "URL", label: "Web address" },
    ],
  },
];

/** The fields that a type's form shows. */
export const fieldsOf = (type: SourceRecord["type"]): SourceField[] =>
  offeredTypes.find((offered) => offered.type === type)?.fields ?? [...journal, ...book.slice(0, 4)];
