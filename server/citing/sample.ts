import type { CitationInText } from "@/domain/citation/formatted";
import type { SourceRecord } from "@/domain/source/record";

const day = (...parts: number[]) => ({ "date-parts": [parts] });
const arden = { family: "Arden", given: "Mary" };
const lindqvist = { family: "Lindqvist", given: "Per" };
const moreau = { family: "Moreau", given: "Anne", "non-dropping-particle": "de" };

/** Made-up sources of several kinds, to try a style on and to show what it does. */
export const sampleRecords: { reference: string; record: SourceRecord }[] = [
  {
    reference: "journal",
    record: {
      type: "article-journal",
      title: "Head and flow in small tidal basins",
      author: [lindqvist, moreau],
      "container-title": "Estuary Engineering",
      volume: "12",
      issue: "3",
      page: "201-219",
      issued: day(2011, 9),
      DOI: "10.5555/tide.2011.12.3",
    },
  },
  {
    reference: "book",
    record: {
      type: "book",
      title: "Working by the Moon",
      author: [arden],
      edition: "2",
      publisher: "Quay Press",
      "publisher-place": "Southport",
      issued: day(1998),
      ISBN: "9780000000002",
    },
  },
  {
    reference: "page",
    record: {
      type: "webpage",
      title: "Tide tables for the inner harbour",
      author: [{ literal: "Harbour Office" }],
      issued: day(2026, 1, 4),
      accessed: day(2026, 11, 12),
      URL: "https://harbour.example/tables/inner-harbour",
    },
  },
  {
    reference: "newspaper",
    record: {
      type: "article-newspaper",
      title: "Who owns the pond?",
      "container-title": "Creek Observer",
      issued: day(2024, 5, 17),
      page: "4",
    },
  },
  {
    reference: "chapter",
    record: {
      type: "chapter",
      title: "Sluices",
      author: [lindqvist, moreau, arden, lindqvist],
      editor: [arden],
      "container-title": "Mills",
      page: "3-9",
      publisher: "Quay Press",
      issued: day(1999),
    },
  },
  { reference: "thesis", record: { type: "thesis", title: "On gates", author: [moreau], genre: "PhD thesis" } },
  {
    reference: "undated",
    record: { type: "report", title: "Spans", author: [{ literal: "Bridges Council" }], number: "12" },
  },
];

const item = (reference: string, locator: string | null = null) => ({
  reference,
  locator,
  label: locator === null ? null : ("page" as const),
  prefix: null,
  suffix: null,
  suppressAuthor: false,
});

/** Citations of them: of one work, of one with a page, of several at once, and of one that was cited before. */
export const sampleCitations: CitationInText<string, string>[] = [
  [item("journal", "207")],
  [item("book")],
  [item("page"), item("newspaper"), item("journal")],
  [item("journal", "210-212")],
  [item("journal", "210-212")],
  [item("chapter"), item("thesis"), item("undated")],
].map((items, index) => ({ id: `s${index}`, items, authorInText: false, noteIndex: index + 1 }));
