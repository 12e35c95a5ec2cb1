import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { manuscript, sourced } from "./testing/manuscript";

const rule = "source/duplicate";
const duplicates = (...references: ReturnType<typeof sourced>[]) => findingsOf(rule, manuscript({ references }));

test("one DOI in two spellings is one work", () => {
  const found = duplicates(
    sourced({ title: "A", URL: "https://a.example/1", DOI: "10.1000/ABC" }),
    sourced({ title: "B", URL: "https://b.example/2", DOI: "https://doi.org/10.1000/abc" }),
  );
  expect(found).toMatchObject([{ severity: "warning" }]);
});

test("one title, year and first author is one work, whatever the address", () => {
  const again = sourced({ title: "The state of links.", URL: "https://mirror.example/links" });
  expect(duplicates(sourced(), again)[0]?.place).toMatchObject({ reference: again.id });
});

test("the same source twice in a list is told", () => {
  const halden = sourced();
  expect(duplicates(halden, { ...sourced(), source: halden.source })).toHaveLength(1);
});

test("two years of one report are two works", () => {
  const next = { issued: { "date-parts": [[2026]] }, URL: "https://halden.example/links-2026" };
  expect(duplicates(sourced(), sourced(next))).toEqual([]);
});

test("two chapters of one book are two works", () => {
  const chapter = { type: "chapter", ISBN: "978-0-306-40615-7" } as const;
  const first = sourced({ ...chapter, title: "Beginnings", URL: "https://a.example/1" });
  expect(duplicates(first, sourced({ ...chapter, title: "Endings", URL: "https://a.example/2" }))).toEqual([]);
});
