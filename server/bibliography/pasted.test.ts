import { expect, test } from "vitest";
import { readSourceRecords } from "./pasted";

const bibtex = `@article{z,
  title = {Perma: {Scoping} and more}, author = {Zittrain, Jonathan and {Example Institute}},
  journal = {Legal Information Management}, year = 2014, volume = 14, number = 2, pages = {88--99},
  doi = {10.1017/S1472669614000255}, keywords = {links, rot}
}`;

test("a BibTeX entry becomes a record", () => {
  const { records, problems } = readSourceRecords(bibtex);
  expect(records).toEqual([
    {
      type: "article-journal",
      title: "Perma: Scoping and more",
      marks: [{ field: "title", from: 7, to: 14, as: "nocase" }],
      keyword: "links, rot",
      author: [{ family: "Zittrain", given: "Jonathan" }, { literal: "Example Institute" }],
      "container-title": "Legal Information Management",
      issued: { "date-parts": [[2014]] },
      volume: "14",
      issue: "2",
      page: "88-99",
      DOI: "10.1017/S1472669614000255",
    },
  ]);
  expect(problems).toEqual([]);
});

test("BibLaTeX keeps its dates and its web pages", () => {
  const { records } = readSourceRecords(
    "@online{a, title={A page}, author={Doe, Jane}, date={2020-03-04}, url={https://example.org/a}, urldate={2021-05-06}}",
  );
  expect(records).toMatchObject([
    { title: "A page", issued: { "date-parts": [[2020, 3, 4]] }, URL: "https://example.org/a" },
  ]);
});

test("CSL-JSON is read field by field, and what is left out is named", () => {
  const entry = {
    id: "x",
    type: "book",
    title: "A book",
    volume: 3,
    issued: { "date-parts": [["1999", "2"]] },
    author: [{ family: "Doe", given: "Jane", "parse-names": true }, { family: "Plato" }],
    URL: "javascript:alert(1)",
    custom: { nested: true },
  };
  const { records, problems } = readSourceRecords(JSON.stringify([entry, { type: "book" }]));
  expect(records).toEqual([
    {
      type: "book",
      title: "A book",
      volume: "3",
      issued: { "date-parts": [[1999, 2]] },
      author: [{ family: "Doe", given: "Jane" }, { family: "Plato" }],
    },
  ]);
  expect(problems).toEqual(["“A book”: left out URL, custom.", "Line 1: It has no title."]);
});

test("text that is neither is told so, in words", () => {
  for (const text of [
    "",
    "just words",
    "@article{broken",
    "{not json",
    "[1, 2]",
    "@string{a = }",
    "null",
    "@comment{}",
  ]) {
    const { records, problems } = readSourceRecords(text);
    expect(records).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  }
});
