import { expect, test } from "vitest";
import { blocksOf } from "./blocks";
import { likelySame } from "./likeness";
import type { SourceRecord } from "./record";

const ferries: SourceRecord = {
  type: "article-journal",
  title: "Ferry timetables and the memory of coastal towns",
  author: [
    { family: "Kalnins", given: "Rita" },
    { family: "Ostrova", given: "Marta" },
  ],
  "container-title": "Journal of Harbour History",
  issued: { "date-parts": [[2014]] },
};
const like = (more: Partial<SourceRecord>): SourceRecord => ({ ...ferries, ...more });

test.each<[string, Partial<SourceRecord>, string]>([
  ["the very same words", {}, "same title, year and authors"],
  [
    "initials for given names",
    {
      author: [
        { family: "Kalnins", given: "R." },
        { family: "Ostrova", given: "M" },
      ],
    },
    "same title and year, authors differ by an initial",
  ],
  [
    "the first author alone",
    { author: [{ family: "Kalnins", given: "Rita" }] },
    "same title and year, one names fewer authors",
  ],
  [
    "the year in which it went online",
    { issued: { "date-parts": [[2013, 11]] } },
    "same title and authors, dated a year apart",
  ],
  ["no date", { issued: undefined }, "same title and authors, only one is dated"],
  [
    "capitals, accents and marks",
    { title: "FERRY TIMETABLES & THE MÉMORY OF COASTAL TOWNS." },
    "same title, year and authors",
  ],
  [
    "a slip of the pen",
    { title: "Ferry timetabels and the memory of coastal towns" },
    "same year and authors, nearly the same title",
  ],
  [
    "a subtitle",
    { title: "Ferry timetables and the memory of coastal towns: A survey of harbours" },
    "same year and authors, the same title but for a subtitle",
  ],
  ["an abbreviated journal", { "container-title": "J. Harb. Hist." }, "same title, year and authors"],
])("a record that differs by %s is likely the same work", (_, more, reason) => {
  const other = Object.fromEntries(
    Object.entries(like(more)).filter(([, value]) => value !== undefined),
  ) as SourceRecord;
  expect(likelySame(ferries, other)?.reason).toBe(reason);
  expect(likelySame(other, ferries)).toEqual(likelySame(ferries, other));
  expect(blocksOf(ferries).some((block) => blocksOf(other).includes(block))).toBe(true);
});

test.each<[string, Partial<SourceRecord>, Partial<SourceRecord>]>([
  ["a DOI of its own", { DOI: "10.1000/182" }, { DOI: "10.1000/183" }],
  ["another volume", { volume: "3" }, { volume: "4" }],
  ["other pages", { page: "1-9" }, { page: "10-19" }],
  ["another edition", { edition: "2" }, { edition: "3rd" }],
  ["another language", { language: "en" }, { language: "de" }],
  [
    "a figure in the title",
    { title: "Ferry timetables and the memory of towns, part 1" },
    { title: "Ferry timetables and the memory of towns, part 2" },
  ],
  [
    "a word that turns it around",
    { title: "Ferries are the future of coastal towns" },
    { title: "Ferries are not the future of coastal towns" },
  ],
  [
    "one word",
    { title: "Ferry timetables and the memory of northern towns" },
    { title: "Ferry timetables and the memory of southern towns" },
  ],
  ["other years", {}, { issued: { "date-parts": [[2019]] } }],
  ["another author", {}, { author: [{ family: "Lund", given: "Rita" }] }],
  ["another given name", {}, { author: [{ family: "Kalnins", given: "Robert" }] }],
  ["a title that thousands bear", { title: "Introduction" }, { title: "Introduction" }],
  ["being a review of it", {}, { type: "review-book" }],
  ["being a chapter of it", { type: "book" }, { type: "chapter" }],
])("works that are told apart by %s are two", (_, one, other) => {
  expect(likelySame(like(one), like(other))).toBeNull();
});

test("one identifier is enough, whatever the rest says", () => {
  const other = like({ title: "Something else", author: [{ literal: "Somebody" }], PMID: "31452104" });
  expect(likelySame(like({ PMID: "31452104" }), other)).toEqual({ score: 1, reason: "same PubMed number" });
});
