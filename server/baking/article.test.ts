import { expect, test } from "vitest";
import { Schema } from "prosemirror-model";
import { nodes } from "@/domain/document/nodes";
import { schema } from "@/domain/document/schema";
import { cite, exampleEdition, front, node, p, section, text } from "@/reader/example-edition";
import { type Element, elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import type { EditionView } from "@/domain/publishing/edition";
import { drawEditionPages } from "./bake";

async function drawn(view: EditionView) {
  const [page] = await drawEditionPages(view);
  if (!page) throw new Error("nothing was drawn");
  const root = readStrictly(page.text);
  const all = elementsOf(root);
  const byClass = (name: string) => all.filter(({ attributes }) => attributes.get("class")?.split(" ").includes(name));
  return { page, root, all, byClass, named: (name: string) => all.filter((element) => element.name === name) };
}

const ofText = (...blocks: Parameters<typeof section>[1][]): EditionView =>
  exampleEdition({ parts: [front("A title", "", "Ines Calder"), section("A heading", ...blocks)] });

const links = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => elementsOf(element)).flatMap(({ attributes }) => attributes.get("href") ?? []);

test("the example has every node and mark of the schema, and each is drawn as sound HTML", async () => {
  const view = exampleEdition();
  const seen = new Set(view.parts.map((part) => part.type.name));
  for (const part of view.parts)
    part.descendants((child) => {
      seen.add(child.type.name);
      for (const mark of child.marks) seen.add(mark.type.name);
    });
  const never = ["doc", "placeholderLink"];
  expect([...Object.keys(schema.nodes), ...Object.keys(schema.marks)].filter((name) => !seen.has(name))).toEqual(never);
  const { named } = await drawn(view);
  const names = "h1 h2 h3 p ul ol li blockquote table th td pre code hr br em strong s sub sup a cite time q".split(
    " ",
  );
  expect(names.filter((name) => named(name).length === 0)).toEqual([]);
});

test("a figure whose picture is not in hand shows readers its words, caption and credit, and no picture", async () => {
  const figure = schema.node(
    "figure",
    { address: "https://elsewhere.example/a.png", alt: "The gates.", credit: "Ines Calder" },
    [node("caption", "At the turn of the tide.", cite(4))],
  );
  const { named, page } = await drawn(ofText(figure));
  expect(wordsOf(named("figure")[0]!)).toContain("The gates.");
  expect(wordsOf(named("figcaption")[0]!)).toMatch(/At the turn of the tide\..*Ines Calder/);
  expect(page.text).not.toContain("elsewhere.example");
  expect(named("img")).toEqual([]);
});

test("every word of the edition is on its page", async () => {
  const view = exampleEdition();
  const { root } = await drawn(view);
  const page = wordsOf(root);
  const texts: string[] = [];
  for (const part of view.parts) part.descendants((child) => void texts.push(child.text ?? ""));
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((words) => !page.includes(words))).toEqual([]);
});

test("no page has a script, a handler, or anything that is loaded from elsewhere", async () => {
  const { all, named } = await drawn(exampleEdition());
  expect(named("script").map(({ attributes }) => attributes.get("type"))).toEqual(["application/ld+json"]);
  for (const { name, attributes } of all) {
    expect(["img", "iframe", "object", "embed", "form", "input", "button"]).not.toContain(name);
    expect([...attributes.keys()].filter((key) => /^on|^style$|^src/i.test(key))).toEqual([]);
  }
});

test("what looks like markup in a text stays text", async () => {
  const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp; ]]> <!-- \u202etxt`;
  const view = exampleEdition({
    site: { name: hostile, tagline: hostile, baseUrl: "" },
    title: hostile,
    standfirst: hostile,
    byline: hostile,
    note: hostile,
    approvers: [hostile],
    parts: [
      front(hostile, hostile, hostile),
      section(hostile, p(hostile, cite([1, { locator: hostile, quote: hostile }]))),
      section("Two", p(text(hostile, "code"))),
    ],
    references: exampleEdition().references.map((reference) => ({
      ...reference,
      record: { ...reference.record, title: hostile, author: [{ literal: hostile }] },
    })),
    editions: exampleEdition().editions.map((line) => ({ ...line, note: hostile })),
  });
  const { root, named, all } = await drawn(view);
  expect(named("script")).toHaveLength(1);
  expect(named("img")).toHaveLength(0);
  expect(wordsOf(root).split(hostile).length).toBeGreaterThan(10);
  expect(all.find(({ name }) => name === "script")?.children.join("")).not.toMatch(/[<>]/);
  expect(JSON.parse(String(named("script")[0]?.children[0]))).toMatchObject({ headline: hostile });
});

test("a link that is no web or mail address is left as its words", async () => {
  const loose = new Schema({ nodes, marks: { link: { attrs: { href: {} } } } });
  const { json, href } = { json: p("click").toJSON(), href: "javascript:alert(1)" };
  json.content[0].marks = [{ type: "link", attrs: { href } }];
  expect(() => schema.nodeFromJSON(json)).toThrow("not a web or mail address");
  const view = ofText(p("click"));
  const section = view.parts[1]?.toJSON();
  section.content[1] = json;
  const { byClass } = await drawn({ ...view, parts: [loose.nodeFromJSON(section)] });
  expect(links(byClass("prose"))).toEqual([]);
  expect(wordsOf(byClass("prose")[0] ?? never())).toContain("click");
});

test("a link to an article that is not published is left as its words", async () => {
  const { byClass } = await drawn({ ...exampleEdition(), links: new Map() });
  expect(links(byClass("prose"))).not.toContain("/what-a-sluice-knows");
  expect(links((await drawn(exampleEdition())).byClass("prose"))).toContain("/what-a-sluice-knows");
});

test("a link with an emphasised word in it is one link", async () => {
  const href = schema.mark("link", { href: "https://harbour.example/" });
  const { byClass } = await drawn(
    ofText(
      p(schema.text("the ", [href]), schema.text("whole", [href, schema.mark("em")]), schema.text(" lease", [href])),
    ),
  );
  expect(links(byClass("prose"))).toEqual(["https://harbour.example/"]);
});

test("every number leads to its source, and every place in the list of sources leads back to the number", async () => {
  const { byClass, all } = await drawn(exampleEdition());
  const ids = new Set(all.flatMap(({ attributes }) => attributes.get("id") ?? []));
  const inside = all.flatMap(({ attributes }) => attributes.get("href") ?? []).filter((href) => href.startsWith("#"));
  expect(inside.length).toBeGreaterThan(20);
  expect(inside.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
  expect(links(byClass("c")).filter((href) => !/^#r\d+$/.test(href))).toEqual([]);
  const sources = byClass("src")[0] ?? never();
  const first = elementsOf(sources).find(({ attributes }) => attributes.get("id") === "r1") ?? never();
  expect(wordsOf(first)).toContain("cited at a (pp. 12–14) b");
  expect(links([first]).slice(-2)).toEqual(["#c1a", "#c1b"]);
});

test("sources are numbered in the order in which they are cited, and neighbours are drawn as a range", async () => {
  const { byClass } = await drawn(ofText(p("One", cite(4), " two", cite(5, 4), " three", cite(1, 4, 5, 2), ".")));
  const shown = byClass("c").map((citation) =>
    citation.children.filter((child) => typeof child === "string" || child.name === "a"),
  );
  const words = shown.map((children) =>
    children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join(""),
  );
  expect(words).toEqual(["1", "1,2", "1–4"]);
  expect(wordsOf(byClass("src")[0] ?? never())).toMatch(/^SourcesWho owns the pond|^Sources“Who owns the pond/);
});

test("a source that is cited but not kept by the edition is a bug that stops the bake", async () => {
  await expect(drawEditionPages({ ...exampleEdition(), references: [] })).rejects.toThrow("does not keep it");
});

test("the contents lead to headings that all differ, even when their words do not", async () => {
  const twice = exampleEdition({
    parts: [
      front("A title", "", ""),
      ...["Water", "Water", "Sources", "R1", "!?"].map((words) => section(words, p("Words."))),
    ],
  });
  const { byClass, named } = await drawn(twice);
  const targets = links(byClass("toc")).map((href) => href.slice(1));
  expect(targets).toEqual(
    named("h2")
      .slice(0, 5)
      .map(({ attributes }) => attributes.get("id")),
  );
  expect(targets).toEqual(["water", "water-2", "sources-2", "section-r1", "section"]);
});

test("an older edition says so, leads to the latest one and stays out of search engines", async () => {
  const view = exampleEdition();
  const [first] = view.editions;
  const { page, byClass, named, all } = await drawn({
    ...view,
    number: 1,
    kind: "first",
    note: null,
    publishedAt: first?.publishedAt ?? "",
  });
  expect(page.path).toBe("/the-mill-that-runs-on-the-moon/editions/1");
  expect(wordsOf(byClass("older")[0] ?? never())).toContain("read the second edition of 23 November 2026");
  expect(byClass("fix")).toHaveLength(0);
  const link = (rel: string) =>
    named("link")
      .find(({ attributes }) => attributes.get("rel") === rel)
      ?.attributes.get("href");
  expect(link("canonical")).toBe("https://saltmarsh.example/the-mill-that-runs-on-the-moon");
  expect(all.some(({ attributes }) => attributes.get("content") === "noindex")).toBe(true);
});

test("the latest edition is the article's page and has its permanent address too", async () => {
  const pages = await drawEditionPages(exampleEdition());
  expect(pages.map(({ path, kind }) => [path, kind])).toEqual([
    ["/the-mill-that-runs-on-the-moon", "article"],
    ["/the-mill-that-runs-on-the-moon/editions/2", "edition"],
  ]);
});

test("a correction is dated, says what was wrong, and leads to the text as it was", async () => {
  const { byClass } = await drawn(exampleEdition());
  const box = byClass("fix")[0] ?? never();
  expect(wordsOf(box)).toContain("Correction, 23 November 2026. The first edition gave the fall of the pond in feet.");
  expect(links([box])).toEqual([
    "/the-mill-that-runs-on-the-moon/editions/2/changes",
    "/the-mill-that-runs-on-the-moon/editions/1",
  ]);
});

test("each edition of a retracted article says first that it is retracted, and why, and keeps its text", async () => {
  const view = exampleEdition();
  const retraction = {
    number: 3,
    kind: "retraction",
    slug: view.slug,
    publishedAt: "2026-12-01T10:00:00.000Z",
    note: "Wrong mill.",
  } as const;
  for (const number of [1, 2, 3]) {
    const { named, byClass, all } = await drawn({ ...view, number, editions: [...view.editions, retraction] });
    expect(wordsOf(named("article")[0] ?? never())).toMatch(/^Retracted on 1 December 2026\. Wrong mill\./);
    expect(wordsOf(byClass("prose")[0] ?? never())).toContain("Twice a day the creek fills");
    expect(all.some(({ attributes }) => attributes.get("content") === "noindex")).toBe(true);
  }
});

test("an article in Arabic letters is set right to left", async () => {
  const { named } = await drawn(
    exampleEdition({ title: "القمر", parts: [front("القمر", "", ""), section("", p("مرتين في اليوم يمتلئ الحوض"))] }),
  );
  expect(named("html")[0]?.attributes.get("dir")).toBe("rtl");
});

test("fifty thousand words with two thousand citations are drawn in one go", async () => {
  const paragraphs = Array.from({ length: 500 }, () =>
    p(
      ...Array.from({ length: 4 }, (_, index) => [
        "twenty five words of water ".repeat(5),
        cite((index % 5) + 1),
      ]).flat(),
    ),
  );
  const { byClass } = await drawn(ofText(...paragraphs));
  expect(byClass("c")).toHaveLength(2000);
  expect(wordsOf(byClass("src")[0] ?? never())).toContain(" se sf");
}, 30_000);

test("an empty section heading makes no heading", async () => {
  const { named } = await drawn(exampleEdition({ parts: [front("A title", "", ""), section("", node("paragraph"))] }));
  expect(named("h2").map(wordsOf)).toEqual(["Further reading", "Editions"]);
});

function never(): never {
  throw new Error("the page has no such element");
}
