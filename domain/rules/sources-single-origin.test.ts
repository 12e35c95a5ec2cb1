import { expect, test } from "vitest";
import { messagesOf } from "./testing/findings";
import { cited } from "./testing/known";
import { sourced } from "./testing/manuscript";

const rule = "sources/single-origin";
const on = (...records: Parameters<typeof sourced>[0][]) =>
  messagesOf(rule, cited(records.map((record) => ({ reference: sourced(record) }))));

test("two citations of one host are one witness", () => {
  expect(on({ URL: "https://halden.example/a" }, { URL: "http://www.halden.example/b" })).toEqual([
    "All 2 citations of “Findings” rest on halden.example.",
  ]);
});

test("one publisher on two hosts is one witness", () => {
  const publisher = "Halden Press";
  expect(
    on({ URL: "https://a.example/1", publisher }, { URL: "https://b.example/2", publisher: "HALDEN PRESS" }),
  ).toEqual(["All 2 citations of “Findings” rest on Halden Press."]);
});

test("one book that is cited twice is one witness", () => {
  const book = { reference: sourced({ type: "book", title: "Rot", URL: undefined }) };
  const twice = cited([book, book]);
  expect(messagesOf(rule, { ...twice, references: [book.reference] })).toEqual([
    "All 2 citations of “Findings” rest on one work, “Rot”.",
  ]);
});

test("a single citation, and citations of two houses, pass", () => {
  expect(on({ URL: "https://halden.example/a" })).toEqual([]);
  expect(on({ URL: "https://halden.example/a" }, { URL: "https://other.example/b" })).toEqual([]);
});

test("works that only have a resolver or an archive in common have nothing in common", () => {
  expect(on({ URL: "https://doi.org/10.5555/a" }, { URL: "https://doi.org/10.5555/b" })).toEqual([]);
  expect(
    on(
      { URL: "https://web.archive.org/web/1/https://a.example" },
      { URL: "https://web.archive.org/web/1/https://b.example" },
    ),
  ).toEqual([]);
});

test("books whose publisher nobody wrote down are not taken for one house", () => {
  expect(on({ type: "book", URL: undefined }, { type: "book", URL: undefined, title: "Another" })).toEqual([]);
});
