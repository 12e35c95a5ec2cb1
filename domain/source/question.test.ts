import { expect, test } from "vitest";
import { whatIsPasted } from "./pasted";
import { fitOf, questionOf } from "./question";
import type { SourceRecord } from "./record";

test.each([
  [
    "Cho, J. (2003). Effective page refresh. TODS, 28(4). https://doi.org/10.1145/958942.958945",
    "doi 10.1145/958942.958945",
  ],
  ["Cho, J. (2003). Effective page refresh. PMID: 31452104.", "pmid 31452104"],
  ["Lie, K. Tides. arXiv:2101.00001v2, 2021.", "arxiv 2101.00001v2"],
  ["Brug, L. Bridges. Oslo: Press, 1999. ISBN 978-0-306-40615-7", "isbn 9780306406157"],
  ["“Bridge closed.” The Halden Post, 3 May 2026. https://post.example/bridge", "url https://post.example/bridge"],
  ["Cho, J. (2003). Effective page refresh. TODS.", "line Cho, J. (2003). Effective page refresh. TODS."],
])("“%s” is asked about by the surest thing in it", (line, question) => {
  const { kind, value, text } = questionOf(whatIsPasted(line)[0]!);
  expect(`${kind} ${value}`).toBe(question);
  expect(text).toBe(line);
});

test("a work that a search brought fits by its title, year and author", () => {
  const line = "Lie, K. (2022). Tides in a bathtub. TideRxiv.";
  const work = (title: string, year: number, family: string): SourceRecord => ({
    type: "article",
    title,
    author: [{ family, given: "K." }],
    issued: { "date-parts": [[year]] },
  });
  expect(fitOf(line, work("Tides in a Bathtub: a study", 2022, "Lie"))).toBe(1);
  expect(fitOf(line, work("Tides in a bathtub", 2019, "Cho"))).toBeCloseTo(0.6);
  expect(fitOf(line, work("Bathtub curves in reliability engineering", 1999, "Cho"))).toBeLessThan(0.5);
  expect(fitOf(line, { type: "book", title: "…" })).toBe(0);
});
