import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { manuscript, raw, sourced } from "./testing/manuscript";

const rule = "reference/not-a-source";

test("a raw line in the source list blocks, by its own words", () => {
  const line = raw("Halden Works, The State of Links, 2025");
  expect(findingsOf(rule, manuscript({ references: [line] }))).toMatchObject([
    { severity: "blocker", excerpt: "Halden Works, The State of Links, 2025" },
  ]);
});

test("a source passes", () => {
  expect(findingsOf(rule, manuscript({ references: [sourced()] }))).toEqual([]);
});
