import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { plainLooks } from "@/domain/looks/looks";
import type { Around } from "@/domain/publishing/around";
import type { Found } from "@/domain/publishing/found";
import { exampleEdition, exampleId } from "@/reader/example-edition";
import { exampleEntries, exampleHouse } from "@/reader/example-lists";
import { elementsOf, readStrictly } from "@/reader/strict-html";
import { drawEditionPages, drawWithdrawn } from "./bake";
import { drawHouse, drawList } from "./draw-lists";
import { drawSearch } from "./draw-search";

const view = exampleEdition({ byline: "Ines Calder and Tomas Hale" });
const { site } = view;
const around: Around = {
  locale: "en-GB",
  topics: [{ name: "Tides & towns", slug: "tides-towns" }],
  alternates: [{ language: "de", slug: "die-muehle", title: "Die Mühle, die mit dem Mond läuft" }],
  image: "/assets/cards/1.png",
};
const hit = {
  slug: "a",
  title: [
    { text: "A ", hit: false },
    { text: "mill", hit: true },
  ],
  excerpt: [{ text: "<b>", hit: false }],
  byline: "Ines",
  language: "de",
  publishedAt: view.publishedAt,
};
const hits = {
  kind: "hits",
  query: "mlil",
  language: null,
  meant: "mill",
  hits: [hit],
  total: 12,
  many: false,
  page: 1,
  from: 0,
  more: true,
} satisfies Found;
const asked = { query: 'a "b" <c>', language: null };

/** Every kind of page that readers can get, by what it is. */
async function everyPage(): Promise<[what: string, text: string][]> {
  const list = { slug: "tides", title: "Tides", articles: 100, pages: 5 };
  const entries = exampleEntries(3);
  const drawn = [
    ...(await drawEditionPages(view, around)),
    ...(await drawEditionPages(exampleEdition({ number: 1, kind: "first" }))),
    ...(await drawHouse(site, exampleHouse(12))),
    ...(await drawHouse(site, exampleHouse(0))).map((page) => ({ ...page, path: `${page.path} (nothing)` })),
    ...(await drawWithdrawn(site, { articleId: exampleId(1), paths: ["/gone"], why: "By order." })),
    await drawList(site, { ...list, kind: "topic" }, "head", entries),
    await drawList(site, { ...list, kind: "author", slug: "ines-calder" }, 2, entries),
    await drawList(site, { ...list, kind: "month", slug: "2026-11" }, "head", []),
    await drawList(site, { ...list, kind: "language", slug: "de" }, 3, entries),
  ].flatMap(({ path, contentType, text }): [string, string][] => (contentType.includes("html") ? [[path, text]] : []));
  const told = [
    { ...asked, kind: "none" as const },
    { ...asked, kind: "busy" as const },
    { ...asked, kind: "too-long" as const },
    { query: "", language: null, kind: "nothing-asked" as const },
    hits,
  ];
  for (const found of told)
    drawn.push([
      `search: ${found.kind}`,
      await drawSearch({ site: { ...site, looks: plainLooks }, found, languages: ["de", "en"] }),
    ]);
  return drawn;
}

/** The standard (WHATWG HTML) and what helps those who hear pages; our own void elements and quotes are React's. */
const standard = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    "void-style": "off",
    "no-inline-style": "off",
    "long-title": "off",
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
  },
});

test("every kind of page is valid HTML", async () => {
  const wrong: string[] = [];
  for (const [what, text] of await everyPage()) {
    const report = await standard.validateString(text);
    for (const { messages } of report.results)
      wrong.push(...messages.map(({ ruleId, message, selector }) => `${what}: ${ruleId}: ${message} at ${selector}`));
  }
  expect(wrong).toEqual([]);
}, 30_000);

test("every page that may be listed has one canonical address, and leads by links to front page, topics, archive and search", async () => {
  for (const [what, text] of await everyPage()) {
    const elements = elementsOf(readStrictly(text));
    const links = elements.filter(({ name }) => name === "link");
    const canonical = links.filter(({ attributes }) => attributes.get("rel") === "canonical");
    const listed = !elements.some(({ attributes }) => attributes.get("name") === "robots");
    if (listed) expect([what, canonical.length]).toEqual([what, 1]);
    const hrefs = new Set(elements.flatMap(({ attributes }) => attributes.get("href") ?? []));
    for (const href of ["/topics", "/archive", "/search"]) expect([what, hrefs.has(href)]).toEqual([what, true]);
    const runs = elements.filter(({ name, attributes }) => name === "script" && !attributes.has("type"));
    const cites = elements.some(({ attributes }) => attributes.get("class") === "c");
    expect([what, runs.length]).toEqual([what, cites ? 1 : 0]);
  }
});

test("an article tells search engines and reference managers who wrote it, when, in which languages, and what it stands on", async () => {
  const [page] = await drawEditionPages(view, around);
  const elements = elementsOf(readStrictly(page?.text ?? ""));
  const names = elements.flatMap(({ attributes }) => {
    const name = attributes.get("name") ?? attributes.get("property");
    return name ? [[name, attributes.get("content") ?? ""] as const] : [];
  });
  expect(names.filter(([name]) => name === "citation_author").map(([, content]) => content)).toEqual([
    "Ines Calder",
    "Tomas Hale",
  ]);
  expect(names).toContainEqual(["citation_title", view.title]);
  expect(names).toContainEqual(["citation_publication_date", "2026/11/20"]);
  expect(names).toContainEqual(["og:image", "https://saltmarsh.example/assets/cards/1.png"]);
  const alternates = elements.filter(
    ({ attributes }) => attributes.get("hrefLang") && attributes.get("rel") === "alternate",
  );
  expect(alternates.filter(({ name }) => name === "link").map(({ attributes }) => attributes.get("hrefLang"))).toEqual([
    "en-GB",
    "de",
  ]);
  const script = elements.find(({ attributes }) => attributes.get("type") === "application/ld+json");
  const data = JSON.parse(script?.children.join("") ?? "");
  expect(data).toMatchObject({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: view.title,
    datePublished: "2026-11-20T08:00:00.000Z",
    dateModified: "2026-11-23T09:30:00.000Z",
    inLanguage: "en-GB",
    author: [
      { "@type": "Person", name: "Ines Calder" },
      { "@type": "Person", name: "Tomas Hale" },
    ],
    publisher: { "@type": "Organization", name: "The Saltmarsh" },
    correction: [{ "@type": "CorrectionComment", text: view.note }],
    image: ["https://saltmarsh.example/assets/cards/1.png"],
  });
  expect(data.citation.length).toBeGreaterThan(3);
  expect(data.isBasedOn[0].url).toBe("https://saltmarsh.example/the-mill-that-runs-on-the-moon/editions/1");
  for (const cited of data.citation) expect(cited.name).toBeTruthy();
});
