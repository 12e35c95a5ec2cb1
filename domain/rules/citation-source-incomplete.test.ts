import { expect, test } from "vitest";
import type { SourceRecord } from "@/domain/source/record";
import { messagesOf } from "./testing/findings";
import { cite, manuscript, paragraph, section, sourced } from "./testing/manuscript";

const rule = "citation/source-incomplete";
const cited = (record: SourceRecord) => {
  const reference = sourced();
  const entry = { ...reference, source: reference.source && { ...reference.source, record } };
  return messagesOf(
    rule,
    manuscript({ sections: [section("", paragraph("So", cite(entry), "."))], references: [entry] }),
  );
};
const people = { author: [{ family: "Cho", given: "Junghoo" }] };
const year = { issued: { "date-parts": [[2003]] } };

test.each<[string, SourceRecord]>([
  ["a title alone", { type: "webpage", title: "Links" }],
  ["an author and a year", { type: "article-journal", title: "Links", ...people, ...year }],
  ["a periodical without date or pages", { type: "article-newspaper", title: "Links", "container-title": "The Times" }],
  ["a book without publisher", { type: "book", title: "Links", ...people, ...year }],
  ["a letter nobody keeps", { type: "personal_communication", title: "Letter to the editor", ...people, ...year }],
  ["an archive without a place in it", { type: "manuscript", title: "Diary", ...people, archive: "State Archive" }],
  ["a DOI that is none", { type: "article-journal", title: "Links", DOI: "see publisher" }],
])("nobody can find %s", (_, record) => {
  expect(cited(record)).toHaveLength(1);
});

test.each<[string, SourceRecord]>([
  ["a DOI", { type: "article-journal", title: "Links", DOI: "10.1145/958942.958945" }],
  ["an ISBN", { type: "book", title: "Links", ISBN: "0-306-40615-2" }],
  ["a PubMed number", { type: "article-journal", title: "Links", PMID: "31452104" }],
  ["an address", { type: "webpage", title: "Links", URL: "https://halden.example/links" }],
  ["a place in an archive", { type: "manuscript", title: "Diary", archive: "State Archive", archive_location: "R 12" }],
  ["a periodical and its date", { type: "article-newspaper", title: "Links", "container-title": "The Times", ...year }],
  ["a book’s author, publisher and year", { type: "book", title: "Links", publisher: "Halden", ...people, ...year }],
  ["a law’s number", { type: "legislation", title: "Archives Act", number: "12 of 1996" }],
])("%s is enough", (_, record) => {
  expect(cited(record)).toEqual([]);
});

test("a mistyped ISBN is said to be mistyped", () => {
  expect(cited({ type: "book", title: "Links", ISBN: "0-306-40615-3" })[0]).toContain("“0-306-40615-3” is mistyped");
});

test("a source that nothing cites is not asked", () => {
  const reference = sourced();
  const bare = { type: "webpage", title: "Links" } as const;
  const entry = { ...reference, source: reference.source && { ...reference.source, record: bare } };
  expect(messagesOf(rule, manuscript({ references: [entry] }))).toEqual([]);
});
