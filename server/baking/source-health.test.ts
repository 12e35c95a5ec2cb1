import { expect, test } from "vitest";
import type { ReferenceHealth } from "@/domain/publishing/edition";
import { exampleEdition } from "@/reader/example-edition";
import { elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import { drawEditionPages } from "./bake";

/** What stands under the first source of a page whose health is this. */
async function told(health: Partial<ReferenceHealth>): Promise<string[]> {
  const { references, ...view } = exampleEdition();
  const known = { lostSince: null, keptAt: null, archive: null, standing: null, ...health };
  const [first, ...others] = references;
  if (!first) throw new Error("the example cites nothing");
  const [page] = await drawEditionPages({ ...view, references: [{ ...first, health: known }, ...others] });
  const lines = elementsOf(readStrictly(page?.text ?? "")).filter(({ attributes }) => attributes.get("class") === "sh");
  return lines.map((line) => wordsOf(line));
}

test("readers are told quietly that a source is lost, since when, and where a copy is", async () => {
  const archive = { url: "https://web.archive.org/web/20270503090000/x", at: "2027-05-03T09:00:00.000Z" };
  const lost = { lostSince: "2027-03-02T00:00:00.000Z", keptAt: "2027-01-09T00:00:00.000Z", archive };
  expect(await told(lost)).toEqual([
    "Not at its address since 2 March 2027 · a copy of 9 January 2027 is kept · archived 3 May 2027",
  ]);
});

test("a retracted work is said to be one, and a source that is well is left alone", async () => {
  expect(await told({ standing: { state: "retracted", on: "2027-03-02T00:00:00.000Z" } })).toEqual([
    "Retracted, 2 March 2027",
  ]);
  expect(await told({ standing: { state: "concern", on: null } })).toEqual(["Notice of concern"]);
  expect(await told({ keptAt: "2027-01-09T00:00:00.000Z" })).toEqual([]);
});
