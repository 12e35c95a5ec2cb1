import type { CitationInText, CitedItem } from "@/domain/citation/formatted";
import type { Run } from "@/domain/citation/formatter";
import { SourceRecord } from "@/domain/source/record";

const lee = { family: "Lee", given: "Ann" };
const ek = { family: "Ek", given: "Bo", "non-dropping-particle": "van" };

/** Five works of five kinds, by short names. */
export const works: { reference: string; record: SourceRecord }[] = Object.entries({
  basins: {
    type: "article-journal",
    title: "Small basins",
    author: [lee, ek],
    "container-title": "Tides",
    volume: "12",
    issue: "3",
    page: "201-219",
    issued: { "date-parts": [[2011, 9]] },
    DOI: "https://doi.org/10.5555/t.1",
  },
  moon: {
    type: "book",
    title: "Working by the Moon",
    editor: [lee, ek],
    edition: "2",
    publisher: "Quay Press",
    "publisher-place": "Southport",
    issued: { "date-parts": [[1998]] },
  },
  tables: {
    type: "webpage",
    title: "Tables",
    author: [{ literal: "Harbour Office" }],
    issued: { "date-parts": [[2026, 1, 4]] },
    accessed: { "date-parts": [[2026, 11, 12]] },
    URL: "https://www.harbour.example/tables/",
  },
  pond: {
    type: "article-newspaper",
    title: "Who owns the pond?",
    "container-title": "Creek Observer",
    page: "4",
    issued: { "date-parts": [[2024, 5, 17]] },
  },
  sluices: {
    type: "chapter",
    title: "Sluices",
    author: [lee],
    editor: [ek],
    "container-title": "Mills",
    page: "3-9",
    publisher: "Quay Press",
    issued: { "date-parts": [[1999, 21]] },
  },
}).map(([reference, record]) => ({ reference, record: SourceRecord.parse(record) }));

/** An item that points at the whole of a work, unless more is said. */
export const item = (reference: string, more: Partial<CitedItem<string>> = {}): CitedItem<string> => ({
  reference,
  locator: null,
  label: null,
  prefix: null,
  suffix: null,
  suppressAuthor: false,
  ...more,
});

/** A citation in the text, or in a note if one is named. */
export const cites = (
  id: string,
  items: CitedItem<string>[],
  more: Partial<CitationInText<string, string>> = {},
): CitationInText<string, string> => ({ id, items, authorInText: false, noteIndex: 0, ...more });

/** Runs as they read, with italics as *…* and links as <…>. */
export const shown = (runs: readonly Run[]): string =>
  runs.map(({ text, italic, href }) => (href ? `<${text}>` : italic ? `*${text}*` : text)).join("");

/** Runs without their setting. */
export const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
