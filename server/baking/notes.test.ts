import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cite, exampleEdition, front, p, section } from "@/reader/example-edition";
import { type Element, elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import { policyOf } from "@/server/queries/reader-page";
import { drawEditionPages } from "./bake";
import { notesAsset } from "./house-assets";
import { pack } from "./pack";
import { type Sheet, sheets } from "./stylesheet";

async function elementsIn(paragraph: ReturnType<typeof p>): Promise<Element[]> {
  const parts = [front("A title", "", "Ines Calder"), section("A heading", paragraph)];
  const [page] = await drawEditionPages(exampleEdition({ parts }));
  return elementsOf(readStrictly(page?.text ?? ""));
}

const sent = Buffer.from(notesAsset().bytes).toString("utf8");

test("the script is under a kilobyte and makes no code or markup of text", async () => {
  expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(1_000);
  expect((await pack(Buffer.from(sent))).brotli.length).toBeLessThan(600);
  expect(sent).not.toMatch(/eval|Function\(|innerHTML|outerHTML|insertAdjacent|document\.write|fetch|cookie|Storage/);
});

test("a page that asks for the script may run files of this site and nothing else; any other page may run nothing", async () => {
  const [cites] = await drawEditionPages(exampleEdition());
  const policy = policyOf(cites?.text ?? "");
  expect(policy).toMatch(/^style-src 'sha256-[^']+'; script-src 'self'; require-trusted-types-for 'script'$/);
  const parts = [front("A title", "", ""), section("A heading", p('<script src="/assets/house-notes-0.js" defer="">'))];
  const [plain] = await drawEditionPages(exampleEdition({ parts, references: [] }));
  expect(policyOf(plain?.text ?? "")).toMatch(/^style-src 'sha256-[^']+'$/);
});

test("the note is empty, closed and named, and its list is of the kind that the article's is", async () => {
  const [page] = await drawEditionPages(exampleEdition());
  const note = elementsOf(readStrictly(page?.text ?? "")).find(({ attributes }) => attributes.has("popover"));
  expect(note?.attributes.get("aria-label")).toBe("Citation");
  expect(note?.children.map((child) => (typeof child === "string" ? child : child.name))).toEqual(["i", "ol", "a"]);
});

test("an article that cites nothing runs nothing and has no note", async () => {
  const all = await elementsIn(p("Words."));
  expect(all.filter(({ attributes }) => attributes.has("src") || attributes.has("popover"))).toEqual([]);
});

test("a citation has no words in it but its own; which lines it leads to is said where its link does not say it", async () => {
  const all = await elementsIn(
    p("One", cite(1), " two", cite([2, { locator: "7", label: "page", quote: "So it was." }]), " all", cite(1, 2, 3)),
  );
  const marks = all.filter(({ attributes }) => attributes.get("class") === "c");
  expect(marks.map((mark) => [mark.attributes.get("data-r"), wordsOf(mark)])).toEqual([
    [undefined, "1"],
    [undefined, "2So it was.p. 7"],
    ["r1 r2 r3", "1–3"],
  ]);
});

test.each(Object.keys(sheets) as Sheet[])("no rule of the styles of %s is written in two of its files", (sheet) => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of sheets[sheet]) {
    const css = readFileSync(`reader/${file}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, selectors = "", body = ""] of css.matchAll(/([^{};]+)\{([^{}]*)\}/g))
      for (const selector of selectors.split(/,(?![^(]*\))/))
        for (const line of body.split(";").map((each) => each.trim()))
          if (line) {
            const rule = `${selector.trim()} { ${line} }`;
            if (seen.has(rule) && seen.get(rule) !== file) twice.push(rule);
            seen.set(rule, file);
          }
  }
  expect(twice).toEqual([]);
});
