import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { frontOf, partsOf } from "@/domain/document/parts";
import { whyInvalid } from "@/domain/document/read";
import { importDraft } from "@/domain/importing/import";
import { countingIds } from "@/domain/importing/testing/counting-ids";
import { readDraft } from "./read-draft";

const folder = new URL("../../domain/importing/fixtures/", import.meta.url);
const names = readdirSync(folder).filter((name) => !name.endsWith(".json"));

test("there are more than a dozen drafts of our own to judge the importer by", () => {
  expect(names.length).toBeGreaterThan(12);
});

test.each(names)("the draft %s is imported as a careful editor would have done it", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  const expected = JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/u, ".json"), folder), "utf8"));
  const { document, ledger } = importDraft(readDraft(text, name), countingIds());
  const { lines, warnings, found, resolved, held } = ledger;
  const { title, standfirst, byline } = frontOf(document);
  const sections = partsOf(document).filter(({ kind }) => kind === "section");
  const whats = [...new Set(lines.map(({ what }) => what))].toSorted();

  expect({
    title,
    standfirst,
    byline,
    sections: sections.map(({ heading }) => heading),
    found,
    resolved,
    lines: whats,
    warnings: warnings.length,
  }).toEqual({ ...expected, lines: expected.lines.toSorted() });
  expect(whyInvalid(document)).toBeNull();
  for (const kind of ["citation", "link", "label", "reference"] as const)
    expect(found[kind], kind).toBe(resolved[kind] + held[kind]);
});
