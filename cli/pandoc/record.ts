import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { hashOf } from "./outcome";
import { ours, type Told } from "./ours";
import { ownFolder, type Paper, papersIn, sampleFolder } from "./papers";
import { reasonsFor } from "./reasons";
import { pandocVersion, theirs } from "./theirs";

const file = fileURLToPath(new URL("./record.json", import.meta.url));

const Entry = z.strictObject({
  key: z.string(),
  hash: z.string(),
  /** Where our text differs: its hash, and why it does. */
  ours: z.string().optional(),
  why: z.array(z.string()).nullable().optional(),
});
const Recorded = z.strictObject({
  removed: z.array(z.string()),
  resolved: z.array(z.string()),
  unresolved: z.array(z.string()),
  entries: z.array(Entry),
});
export type Recorded = z.infer<typeof Recorded>;
const Record = z.strictObject({ pandoc: z.string(), papers: z.record(z.string(), Recorded) });

/** What pandoc said of our papers and of the real ones, as it was recorded: keys and hashes, no sentence of theirs. */
export const readRecord = () => Record.parse(JSON.parse(readFileSync(file, "utf8")));

/** All papers that are here: our own, and the real ones where their folder is. */
export const papersHere = (): Paper[] => [...papersIn(sampleFolder, "papers"), ...papersIn(ownFolder, "own")];

/** Asks pandoc of every paper here and writes the record anew; with `report`, prints each entry that differs instead. */
export async function recordPandoc({ report }: { report: boolean }): Promise<number> {
  const version = pandocVersion();
  if (version === null) {
    process.stderr.write("pandoc is not installed here; the record stays as it is.\n");
    return 2;
  }
  const papers = new Map<string, Recorded>();
  const tally = { entries: 0, equal: 0, explained: 0, keys: 0, order: 0 };
  for (const paper of papersHere()) {
    const [told, own] = [theirs(paper), await ours(paper)];
    const recorded = recordedOf(paper, told, own);
    papers.set(paper.name, recorded);
    tally.entries += recorded.entries.length;
    tally.equal += recorded.entries.filter((entry) => entry.ours === undefined).length;
    tally.explained += recorded.entries.filter((entry) => entry.why).length;
    const sameKeys = same(told.resolved, own.resolved) && same(told.unresolved, own.unresolved);
    const sameOrder = same(keysOf(told), keysOf(own));
    if (sameKeys) tally.keys++;
    if (sameOrder) tally.order++;
    if (report) process.stdout.write(reportOf(paper, told, own, recorded, { sameKeys, sameOrder }));
  }
  const all = papers.size;
  const share = ((100 * tally.equal) / Math.max(1, tally.entries)).toFixed(1);
  process.stdout.write(
    `pandoc ${version}: ${all} papers and variants; keys equal in ${tally.keys}, order in ${tally.order}.\n` +
      `${tally.entries} entries: ${tally.equal} equal (${share} %), ${tally.explained} different for a reason that is named, ` +
      `${tally.entries - tally.equal - tally.explained} unexplained.\n`,
  );
  if (!report)
    writeFileSync(file, `${JSON.stringify({ pandoc: version, papers: Object.fromEntries(papers) }, null, 1)}\n`);
  return tally.keys === all && tally.order === all ? 0 : 1;
}

const keysOf = (told: Told): string[] => told.entries.map(({ key }) => key);
const same = (one: readonly string[], other: readonly string[]): boolean => one.join("\n") === other.join("\n");

function recordedOf({ removed }: Paper, told: Told, own: Told): Recorded {
  const texts = new Map(own.entries.map(({ key, text }) => [key, text]));
  return {
    removed: [...removed],
    resolved: told.resolved,
    unresolved: told.unresolved,
    entries: told.entries.map(({ key, text }) => {
      const mine = texts.get(key);
      const hash = hashOf(text);
      if (mine === undefined || hashOf(mine) === hash) return { key, hash };
      return { key, hash, ours: hashOf(mine), why: reasonsFor(text, mine) };
    }),
  };
}

function reportOf(
  paper: Paper,
  told: Told,
  own: Told,
  { entries }: Recorded,
  { sameKeys, sameOrder }: { sameKeys: boolean; sameOrder: boolean },
): string {
  const texts = new Map(own.entries.map(({ key, text }) => [key, text]));
  const different = entries.filter((entry) => entry.ours !== undefined);
  const lines = [
    `${paper.name}: ${entries.length - different.length} of ${entries.length} entries equal; keys ${sameKeys ? "equal" : "DIFFERENT"}, order ${sameOrder ? "equal" : "DIFFERENT"}`,
    ...different.flatMap(({ key, why }) => [
      `  ${key}: ${why?.join("; ") ?? "UNEXPLAINED"}`,
      `    pandoc  ${told.entries.find((entry) => entry.key === key)?.text ?? ""}`,
      `    ours    ${texts.get(key) ?? ""}`,
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
