import { expect, test } from "vitest";
import type { QuoteVerdict } from "@/domain/source/facts";
import { findingsOf } from "./testing/findings";
import { cited, daysAgo, known } from "./testing/known";
import { sourced } from "./testing/manuscript";

const rule = "quote/not-found";
const verdict = (said: QuoteVerdict) =>
  findingsOf(
    rule,
    cited([
      {
        reference: sourced(),
        known: known(),
        quote: "nobody asked the ferrymen",
        verdict: { verdict: said, checkedAt: daysAgo(1), passage: null },
      },
    ]),
  );

test("words that the kept copy does not hold ask for a look, with the age of the last one", () => {
  expect(verdict("not-found")).toMatchObject([
    { severity: "warning", message: expect.stringContaining("last looked at yesterday") },
  ]);
});

test.each(["unchecked", "exact", "altered", "unreadable"] as const)("a quote that is %s was not missed", (said) =>
  expect(verdict(said)).toEqual([]),
);
