import { expect, test } from "vitest";
import { changedMuch, likeness } from "./text-change";

const text = Array.from(
  { length: 60 },
  (_, index) => `The bridge of year ${index} cost the town more than before.`,
).join(" ");

test("a page whose date changed says the same, one that was rewritten does not", () => {
  expect(likeness(text, text)).toBe(1);
  expect(likeness(`Monday 3 May. ${text}`, `Tuesday 4 May. ${text}`)).toBeGreaterThan(changedMuch);
  expect(likeness(text, text.slice(0, text.length / 2))).toBeLessThan(changedMuch);
  expect(likeness(text, "We have moved. Please update your bookmarks.")).toBeLessThan(0.1);
});

test("order, case and punctuation of words are read as people read them", () => {
  expect(likeness("A b c d", "a, B: c – d!")).toBe(1);
  expect(likeness("a b c d", "d c b a")).toBe(0);
  expect(likeness("", "")).toBe(1);
  expect(likeness("", "a")).toBe(0);
});
