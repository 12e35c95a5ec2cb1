import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SourceRecord } from "@/domain/source/record";
import { measure, measured } from "./measure";
import { readLine } from "./read-line";

const list = readFileSync(fileURLToPath(new URL("lines.txt", import.meta.url)), "utf8");
const outcomes = measure(list);
const share = (of: typeof outcomes): number => of.filter(({ right }) => right).length / of.length;

test("of at least 150 lines of all styles, nine titles, years and lists of authors in ten are read right", () => {
  expect(new Set(outcomes.map(({ line }) => line)).size).toBeGreaterThanOrEqual(150);
  for (const field of ["title", "year", "authors"] as const) {
    const all = outcomes.filter((one) => one.field === field);
    expect({ field, enough: share(all) >= 0.9 }).toEqual({ field, enough: true });
    const heldOut = all.filter((one) => one.heldOut);
    expect({ field, heldOut: share(heldOut) >= 0.9 }).toEqual({ field, heldOut: true });
  }
  for (const field of measured) expect(share(outcomes.filter((one) => one.field === field))).toBeGreaterThan(0.8);
});

test("what the reading is sure of is right more often than not, and what it is very sure of nearly always", () => {
  const sure = outcomes.filter(({ confidence }) => confidence !== null && confidence >= 0.95);
  const unsure = outcomes.filter(({ confidence }) => confidence !== null && confidence < 0.8);
  expect(share(sure)).toBeGreaterThan(0.97);
  expect(share(unsure)).toBeLessThan(share(sure));
});

test.each<[string, Partial<SourceRecord>]>([
  ["", {}],
  ["…", {}],
  ["?!?", {}],
  ["Tom Hale", { author: [{ family: "Hale", given: "Tom" }] }],
])("“%s” gives no more than there is", (line, record) => {
  expect(readLine(line).record).toEqual(record);
});

/** A generator of numbers that is the same at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The suite reads 2,000; `LINES=5000` reads as many as take about a second of a core that has nothing else to do. */
const rounds = Number(process.env["LINES"] ?? 2000);

test("thousands of mangled lines are read in no time, and what is read could be stored", () => {
  const lines = list.split("\n").map((line) => line.replace(/\{[A-Z]\d? |[}^]/gu, ""));
  const pieces = [
    "(",
    ")",
    "[",
    "“",
    "”",
    "'",
    "«",
    "., ",
    ", ",
    " and ",
    "A. ",
    "van ",
    "1999",
    "12(3)",
    ": ",
    "  ",
    "é",
    "\u0000",
    "😀",
    "et al.",
    "(((((",
    "Aaaa ",
    "A",
    "- ",
  ];
  const next = numbers(7);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  let slowest = 0;
  const started = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    let line = pick(lines) ?? "";
    for (let change = 0; change < 6; change++) {
      const at = Math.floor(next() * line.length);
      const times = next() < 0.1 ? Math.floor(next() * 400) : 1;
      line =
        line.slice(0, at) +
        (pick(pieces) ?? "").repeat(times) +
        line.slice(next() < 0.5 ? at : at + Math.floor(next() * 9));
    }
    const before = process.cpuUsage();
    const { record } = readLine(line.slice(0, 4096));
    slowest = Math.max(slowest, process.cpuUsage(before).user / 1000);
    if (round % 10 === 0 && !SourceRecord.partial().safeParse(record).success) expect([line, record]).toBe("storable");
  }
  expect(slowest).toBeLessThan(250);
  const { user } = process.cpuUsage(started);
  expect(user / 1000).toBeLessThan(rounds * 2);
}, 60_000);
