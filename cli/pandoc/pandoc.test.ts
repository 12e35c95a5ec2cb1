import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { hashOf } from "./outcome";
import { keysCited, ours } from "./ours";
import { ownFolder, type Paper, papersIn, sampleFolder } from "./papers";
import { readRecord } from "./record";

const { papers: record } = readRecord();
const own = papersIn(ownFolder, "own");
const present = existsSync(sampleFolder);
if (!present)
  console.info(`Skipped: there are no papers in ${sampleFolder}; set IMPRIMATUR_SAMPLES to where samples are.`);
const samples = present ? papersIn(sampleFolder, "papers") : [];
const isWhole = ({ name, removed }: Paper): boolean => removed.length > 0 || !name.includes(" without ");
const names = (papers: readonly Paper[]) => papers.filter(isWhole).map(({ name }) => name);

/** Lists are formatted for whole papers only: a style takes most of a second, and variants differ in their keys. */
async function agrees(paper: Paper): Promise<void> {
  const recorded = record[paper.name];
  if (!recorded) throw new Error(`Nothing is recorded of ${paper.name}: run node scripts/pandoc-record.mjs.`);
  expect(paper.removed).toEqual(recorded.removed);
  expect(keysCited(paper)).toEqual({ resolved: recorded.resolved, unresolved: recorded.unresolved });
  if (paper.removed.length > 0) return;
  const { entries } = await ours(paper);
  expect(entries.map(({ key }) => key)).toEqual(recorded.entries.map(({ key }) => key));
  const hashes = entries.map(({ key, text }) => [key, hashOf(text)]);
  expect(hashes).toEqual(recorded.entries.map(({ key, hash, ours: mine }) => [key, mine ?? hash]));
}

test("there are more than ten papers of our own, each with and without a part of its entries", () => {
  expect(new Set(own.map(({ name }) => name.split(" ")[0])).size).toBeGreaterThan(10);
  expect(own.filter(({ removed }) => removed.length > 0).length).toBeGreaterThan(25);
});

test.each(names(own))("pandoc and we resolve and list the same in %s", { timeout: 60_000 }, async (name) => {
  await agrees(own.find((paper) => paper.name === name) ?? own[0]!);
});

test.skipIf(!present).each(names(samples))(
  "pandoc and we resolve and list the same in the real paper %s",
  async (name) => {
    await agrees(samples.find((paper) => paper.name === name) ?? samples[0]!);
  },
);

test("no entry differs from pandoc's without a reason that is named, and few do at all", () => {
  const entries = Object.values(record).flatMap((paper) => paper.entries);
  const different = entries.filter((entry) => entry.ours !== undefined);
  expect(different.filter((entry) => !entry.why)).toEqual([]);
  expect(different.length / entries.length).toBeLessThan(0.15);
});
