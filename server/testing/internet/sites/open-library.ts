import type { Site } from "@/server/testing/internet/site";
import { json, missing } from "./answers";

/** Open Library: the books and search APIs, and records by key for a book whose authors only its work knows. */
export const openLibrarySite: Site = {
  host: "openlibrary.org",
  answer: ({ url }) => {
    if (url.pathname === "/api/books") {
      const key = url.searchParams.get("bibkeys") ?? "";
      return json(key in books ? { [key]: books[key] } : {});
    }
    if (url.pathname === "/search.json") return json(found(url.searchParams.get("q") ?? ""));
    const record = records[url.pathname];
    return record ? json(record) : missing;
  },
};

const books: Readonly<Record<string, unknown>> = {
  "ISBN:9780306406157": {
    url: "https://openlibrary.org/books/OL1M/Bridges",
    key: "/books/OL1M",
    title: "Bridges",
    subtitle: "how they stand",
    authors: [
      { url: "https://openlibrary.org/authors/OL1A/Ludwig_van_der_Brug", name: "Ludwig van der Brug" },
      { url: "https://openlibrary.org/authors/OL2A", name: "Halden Institute of Bridges" },
    ],
    number_of_pages: 311,
    identifiers: { isbn_10: ["0306406152"], isbn_13: ["9780306406157"], openlibrary: ["OL1M"] },
    publishers: [{ name: "Example University Press" }, { name: "Second Press" }],
    publish_places: [{ name: "Oslo" }],
    publish_date: "March 12, 1999",
    subjects: [{ name: "Bridges", url: "https://openlibrary.org/subjects/bridges" }],
  },
  "ISBN:9780804429573": {
    url: "https://openlibrary.org/books/OL9M/Tides",
    key: "/books/OL9M",
    title: "Tides",
    publish_date: "c1977",
    publishers: [{ name: "Ungar" }],
  },
};

const records: Readonly<Record<string, unknown>> = {
  "/isbn/9780804429573.json": { key: "/books/OL9M", title: "Tides", works: [{ key: "/works/OL9W" }] },
  "/works/OL9W.json": {
    key: "/works/OL9W",
    authors: [
      { type: { key: "/type/author_role" }, author: { key: "/authors/OL9A" } },
      { author: { key: "//evil.example/x" } },
    ],
  },
  "/authors/OL9A.json": { key: "/authors/OL9A", name: "Kari Lie", personal_name: "Lie, Kari" },
};

function found(words: string): unknown {
  if (!/bridges/iu.test(words)) return { numFound: 0, start: 0, docs: [] };
  const docs = [
    {
      key: "/works/OL1W",
      title: "Bridges",
      author_name: ["Ludwig van der Brug"],
      first_publish_year: 1999,
      publisher: ["Example University Press"],
      isbn: ["0306406152", "9780306406157"],
      language: ["eng"],
    },
    {
      key: "/works/OL2W",
      title: "Bridges and men",
      first_publish_year: 1950,
      publisher: ["A", "B"],
      isbn: ["1", "2", "3"],
    },
    { key: "/works/OL3W" },
  ];
  return { numFound: 3, start: 0, docs };
}
