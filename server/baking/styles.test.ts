import { expect, test } from "vitest";
import { formattableOf } from "@/domain/citation/in-document";
import type { EditionView } from "@/domain/publishing/edition";
import { exampleEdition } from "@/reader/example-edition";
import { elementsOf, readStrictly } from "@/reader/strict-html";
import { format } from "@/server/citing/format";
import { drawEditionPages } from "./bake";

/** The example as it is published in a style. */
async function inStyle(style: string): Promise<EditionView> {
  const view = exampleEdition();
  const kind = style === "house-notes" ? "note" : "numeric";
  const result = await format({ ...formattableOf(view.parts, view.references, kind), style, locale: "en-GB" });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { ...view, citations: { ...result.value, cite: [{ style: "A style", runs: [{ text: "Calder, Ines." }] }] } };
}

test.each(["house", "house-author-date", "house-notes", "vancouver", "harvard1"])(
  "in the style %s every mark leads to its entry or note, and every way back to a mark",
  async (style) => {
    const view = await inStyle(style);
    const [page] = await drawEditionPages(view);
    const all = elementsOf(readStrictly(page?.text ?? ""));
    const ids = all.flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = all.flatMap(({ attributes }) => attributes.get("href") ?? []).filter((href) => href.startsWith("#"));
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    const marks = all.filter(({ attributes }) => attributes.get("class") === "c");
    expect(marks).toHaveLength(view.citations?.citations.length ?? 0);
    for (const mark of marks) expect(elementsOf(mark).filter(({ name }) => name === "a").length).toBeGreaterThan(0);
    const back = all.filter(({ name, attributes }) => name === "a" && /^#c\d/.test(attributes.get("href") ?? ""));
    expect(back.length).toBeGreaterThanOrEqual(marks.length);
  },
);

test("the house's style by CSL numbers a page as the house always did", async () => {
  const marksOf = async (view: EditionView) => {
    const [page] = await drawEditionPages(view);
    const all = elementsOf(readStrictly(page?.text ?? ""));
    const marks = all.filter(({ attributes }) => attributes.get("class") === "c");
    return marks.map((mark) =>
      elementsOf(mark).flatMap(({ name, attributes, children }) =>
        name === "a" ? [`${attributes.get("href")} ${attributes.get("id")} ${children.join("")}`] : [],
      ),
    );
  };
  const view = await inStyle("house");
  expect(await marksOf(view)).toEqual(await marksOf({ ...view, citations: null }));
});
