/** What the tags of RIS, refer and EndNote XML mean, under one set of names. */
export const meanings = [
  "kind",
  "key",
  "title",
  "short-title",
  "second-title",
  "proceedings-title",
  "series-title",
  "journal",
  "journal-short",
  "author",
  "editor",
  "series-editor",
  "translator",
  "year",
  "date",
  "accessed",
  "volume",
  "volumes",
  "issue",
  "number",
  "issue-or-number",
  "pages",
  "first-page",
  "last-page",
  "section",
  "edition",
  "publisher",
  "place",
  "genre",
  "doi",
  "url",
  "serial",
  "accession",
  "pmcid",
  "call-number",
  "archive",
  "archive-location",
  "reviewed",
  "language",
  "keyword",
  "abstract",
  "note",
] as const;
export type Meaning = (typeof meanings)[number];

/** One line of a tagged entry: what its tag means, or the tag itself where nobody knows it. */
export type TaggedLine = { meaning: Meaning | null; tag: string; value: string };

/** One entry of a tagged file as it was cut out. */
export type TaggedEntry = { lines: TaggedLine[]; raw: string; line: number };
