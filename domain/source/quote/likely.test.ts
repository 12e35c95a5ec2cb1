import { expect, test } from "vitest";
import { excerptAt, opening, passageAt } from "./excerpt";
import { selectorsOf } from "./selectors";
import { likelyPassage, placesOf } from "./likely";

const filler = "The council met on a Tuesday and nothing was decided about the harbour. ".repeat(60);
const text = `${filler}In 2024 the ferries carried 41,200 passengers across the sound. ${filler}`;

test("a sentence without a quote is looked for where most of its words stand together", () => {
  const found = likelyPassage(text, "Ferries carried 41,200 passengers last year.");
  expect(found && text.slice(found.from, found.to)).toContain("ferries carried 41,200 passengers");
});

test("a text that has none of the words, or one alone, has no likely passage", () => {
  expect(likelyPassage(text, "Quantum annealing scales.")).toBeNull();
  expect(likelyPassage("Ferries.", "Ferries and trams.")).toBeNull();
  expect(likelyPassage("", "Ferries carried passengers.")).toBeNull();
});

test("a book of a million words is looked through in a moment", () => {
  const before = performance.now();
  likelyPassage(text.repeat(120), "The council decided nothing about the harbour on Tuesday in 2024.");
  expect(performance.now() - before).toBeLessThan(3000);
});

test("words are found whatever their case and spaces, and signs are no patterns", () => {
  expect(placesOf("It cost (a+b)\n dollars.", "COST (a+b) dollars", 5)).toEqual([{ from: 3, to: 22 }]);
  expect(placesOf(filler, "harbour", 3)).toHaveLength(3);
  expect(placesOf(filler, "   ", 3)).toEqual([]);
});

test("an excerpt shows what stands around a passage, and says where it was cut", () => {
  const place = { from: text.indexOf("41,200"), to: text.indexOf("41,200") + 6 };
  const { before, exact, after } = excerptAt(text, place, 40);
  expect(before).toMatch(/^… .*ferries carried $/);
  expect(exact).toBe("41,200");
  expect(after).toMatch(/^ passengers.* …$/);
  expect(excerptAt("All of it.", { from: 0, to: 3 }, 40)).toEqual({ before: "", exact: "All", after: " of it." });
  expect(opening("A short text.", 40).after).toBe("A short text.");
});

test("a selector's code points are found again in a text with signs beyond the basic plane", () => {
  const [, { start, end }] = selectorsOf("😀😀 and the words 😀 after", { from: 9, to: 18 });
  const { from, to } = passageAt("😀😀 and the words 😀 after", start, end);
  expect([from, to]).toEqual([9, 18]);
});
