import { expect, test } from "vitest";
import type { QuoteVerdict } from "@/domain/source/facts";
import { findingsOf } from "./testing/findings";
import { cited, daysAgo, known } from "./testing/known";
import { sourced } from "./testing/manuscript";

const rule = "quote/altered";
const quote = "the council did approve  the bridge";
const verdict = (said: QuoteVerdict, words = quote) =>
  findingsOf(
    rule,
    cited([
      {
        reference: sourced(),
        known: known(),
        quote: words,
        verdict: { verdict: said, checkedAt: daysAgo(1), passage: "the council did not approve the bridge" },
      },
    ]),
  );

test("a quote that lost its “not” blocks, with the words of the source", () => {
  expect(verdict("altered")).toMatchObject([
    {
      severity: "blocker",
      place: { kind: "citation" },
      excerpt: "the council did approve the bridge",
      message: "The words are not those of Halden Works, 2025, which has: “the council did not approve the bridge”.",
    },
  ]);
});

test.each(["unchecked", "exact", "not-found", "unreadable"] as const)("a quote that is %s is not altered", (said) =>
  expect(verdict(said)).toEqual([]),
);

test("words that are altered once more are another finding", () => {
  expect(verdict("altered")[0]?.fingerprint).not.toBe(verdict("altered", "the council approved it")[0]?.fingerprint);
});
