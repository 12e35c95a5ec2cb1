import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { manuscript, paragraph, section } from "./testing/manuscript";

const rule = "text/duplicate-heading";
const named = (...headings: string[]) =>
  manuscript({ sections: headings.map((heading) => section(heading, paragraph("Text."))) });

test("the second section of one name is a warning, whatever its case", () => {
  expect(findingsOf(rule, named("What we found", "Why", "What we Found:"))).toMatchObject([
    { severity: "warning", excerpt: "What we Found:" },
  ]);
});

test("sections of different names, and openings without one, pass", () => {
  expect(findingsOf(rule, named("", "", "What we found", "Why"))).toEqual([]);
});
