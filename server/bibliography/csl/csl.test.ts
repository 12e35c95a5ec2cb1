import { expect, test } from "vitest";
import { readCslJson } from "./read";
import { writeCslJson } from "./write";

test("tags in titles become marks and come out as tags; all else that looks like one is text", () => {
  const title =
    'On <i>Drosophila</i> and CO<sub>2</sub>, <span class="nocase">iPhone</span> <script>alert(1)</script> a < b <b>open';
  const [entry] = readCslJson(JSON.stringify({ id: "a", type: "book", title })).entries;
  expect(entry?.record).toMatchObject({
    title: "On Drosophila and CO2, iPhone <script>alert(1)</script> a < b <b>open",
    marks: [
      { field: "title", from: 3, to: 13, as: "italic" },
      { field: "title", from: 20, to: 21, as: "sub" },
      { field: "title", from: 23, to: 29, as: "nocase" },
    ],
  });
  expect(JSON.parse(writeCslJson("a", entry!.record)).title).toBe(title);
});

test("a broken object costs no other, and each is named by its line", () => {
  const { entries, failures } = readCslJson(
    '[{"id":"a","type":"book","title":"A"},\n{"id":"b","title":"B" "x":1},\n7,\n{"id":"c","type":"book","title":"C"},\n{"id":"d"',
  );
  expect(entries.map(({ key, line }) => [key, line])).toEqual([
    ["a", 1],
    ["c", 4],
  ]);
  expect(failures.map(({ line }) => line)).toEqual([2, 3, 5]);
});

test("older names, raw dates and numbers for words are forgiven", () => {
  const [entry] = readCslJson(
    '{"id":1,"type":"article-journal","title":"T","journalAbbreviation":"J.","volume":3,"issued":{"raw":"2014-06-03"},"author":["Halden Works"]}',
  ).entries;
  expect(entry?.record).toMatchObject({
    "container-title-short": "J.",
    volume: "3",
    issued: { "date-parts": [[2014, 6, 3]] },
    author: [{ literal: "Halden Works" }],
  });
});
