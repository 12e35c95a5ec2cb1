import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { citationsOf } from "@/domain/document/inlines";
import { checkText } from "./check";

const folder = process.env["IMPRIMATUR_SAMPLES"] ?? fileURLToPath(new URL("../../../shared/samples", import.meta.url));
const present = existsSync(`${folder}/article.txt`);
if (!present) console.info(`Skipped: there are no samples in ${folder}; set IMPRIMATUR_SAMPLES to where they are.`);

const papers = present ? readdirSync(`${folder}/papers`) : [];

test.skipIf(!present)("the draft that reached the desk is told apart to the last number", () => {
  const checked = checkText(readFileSync(`${folder}/article.txt`), "article.txt");
  if (!checked.ok) throw new Error(checked.error.message);
  const { title, standfirst, sections, ledger, findings, publishable } = checked.value;
  const all = { citation: 11, link: 1, label: 8, reference: 7 };
  const count = (rule: string) => findings.filter((finding) => finding.rule === rule).length;

  expect(title).toBe("China’s AI Breakthrough: From Sanctions to Self-Reliance");
  expect(standfirst).toBeNull();
  expect(sections.map(({ heading }) => heading === null)).toEqual([true, false, false, false, false, false]);
  expect(ledger.found).toEqual(all);
  expect(ledger.held).toEqual(all);
  expect(ledger.resolved).toEqual({ citation: 0, link: 0, label: 0, reference: 0 });
  expect(ledger.lines.map(({ what }) => what)).toContain("list of contents");
  expect(ledger.warnings).toEqual([]);
  expect(
    ["citation/missing", "link/unresolved", "reference/dangling-label", "reference/not-a-source"].map(count),
  ).toEqual([11, 1, 8, 7]);
  expect(publishable).toBe(false);
});

test.skipIf(!present)("the same draft pasted without a name, or saved as Markdown, is told apart just as well", () => {
  for (const name of [null, "article.md"]) {
    const checked = checkText(readFileSync(`${folder}/article.txt`), name);
    if (!checked.ok) throw new Error(checked.error.message);
    expect(checked.value.ledger.found).toEqual({ citation: 11, link: 1, label: 8, reference: 7 });
  }
});

test.skipIf(!present).each(papers)("every key that the paper %s cites by is held", (paper) => {
  const bytes = readFileSync(`${folder}/papers/${paper}/paper.md`);
  const checked = checkText(bytes, "paper.md");
  if (!checked.ok) throw new Error(checked.error.message);
  const { document, ledger } = checked.value;
  const keys = new Set(citationsOf(document).flatMap(({ items }) => items.map(({ key }) => key)));
  const body = bytes.toString("utf8").replace(/^---[\s\S]*?\n---/u, "");
  const written = [...body.matchAll(/(?<=[[;\s-])@([\p{L}][\w-]*)/gu)].map((match) => match[1]);

  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((key) => key === undefined || !keys.has(key))).toEqual([]);
  expect(ledger.held.citation).toBe(ledger.found.citation);
});
