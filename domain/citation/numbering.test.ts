import fc from "fast-check";
import { expect, test } from "vitest";
import { ReferenceId } from "@/domain/ids";
import { numberRuns, numbersOf, placeLetters } from "./numbering";

const mary = ReferenceId.parse("00000000-0000-4000-8000-000000000001");
const per = ReferenceId.parse("00000000-0000-4000-8000-000000000002");

test("the source that is cited first is number one, however often it is cited later", () => {
  const cites = (...references: (ReferenceId | null)[]) => ({ items: references.map((reference) => ({ reference })) });
  expect([...numbersOf([cites(per), cites(null, mary), cites(per)])]).toEqual([
    [per, 1],
    [mary, 2],
  ]);
});

test("places are lettered a to z, then aa", () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(placeLetters)).toEqual([
    "a",
    "b",
    "z",
    "aa",
    "ab",
    "az",
    "ba",
    "zz",
    "aaa",
  ]);
});

test("three neighbours are drawn as a range, two are not, and a number stands once", () => {
  expect(numberRuns([6, 1, 2, 4, 5, 5])).toEqual([
    { from: 1, to: 1 },
    { from: 2, to: 2 },
    { from: 4, to: 6 },
  ]);
});

test("ranges cover exactly the numbers that were cited", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (numbers) => {
      const covered = numberRuns(numbers).flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      expect(covered).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }),
  );
});
