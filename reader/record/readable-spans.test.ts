import { expect, test } from "vitest";
import { compareParts } from "@/domain/review/compare";
import { node, p } from "@/reader/example-edition";
import { readableSpans } from "./readable-spans";

test("three words that became three others are shown as one change, and what stays between changes stays", () => {
  const [change] = compareParts(
    node("blockquote", p("More than half of the bees came home in May.")),
    node("blockquote", p("54 per cent of the bees came home in June.")),
  );
  const shown = readableSpans(change?.spans ?? []).map(
    ({ kind, tokens }) => `${kind}: ${tokens.map(({ text }) => text).join("")}`,
  );
  expect(shown).toEqual([
    "removed: More than half",
    "added: 54 per cent",
    "same:  of the bees came home in ",
    "removed: May",
    "added: June",
    "same: .",
  ]);
});
