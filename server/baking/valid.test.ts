import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { plainLooks } from "@/domain/looks/looks";
import type { Around } from "@/domain/publishing/around";
import type { EditionView } from "@/domain/publishing/edition";
import type { Found } from "@/domain/publishing/found";
import { exampleEdition, exampleId } from "@/reader/example-edition";
import { exampleReview } from "@/reader/example-claim";
import { exampleEntries, exampleHouse } from "@/reader/example-lists";
import { elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import { drawEditionPages, drawWithdrawn } from "./bake";
import { drawHouse, drawList } from "./draw-lists";
import { drawSearch } from "./draw-search";

const view = exampleEdition({ byline: "Ines Calder and Tomas Hale" });
const { site } = view;
const around: Around = {
  locale: "en-GB",
  topics: [{ name: "Tides & towns", slug: "tides-towns" }],
  isOriginal: true,
  alternates: [
    { language: "de", slug: "die-muehle", title: "Die Mühle, die mit dem Mond läuft", isOriginal: false },
    { language: "fr", slug: "le-moulin", title: "Le moulin qui suit la lune", isOriginal: false },
  ],
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
    ...(await drawEditionPages(exampleReview())).map((page) => ({ ...page, path: `${page.path} (a claim)` })),
    ...(await drawHouse(site, exampleHouse(12))),
    ...(await drawHouse(site, exampleHouse(0))).map((page) => ({ ...page, path: `${page.path} (nothing)` })),
    ...(await drawWithdrawn(site, { articleId: exampleId(1), paths: ["/gone"], why: "By order." })),
    await drawList(site, { ...list, kind: "topic", description: "What the sea <does>" }, "head", entries),
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
    "de",
    "fr",
    "en-GB",
    "x-default",
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

/** What the page of an edition tells search engines, as the objects of its JSON-LD. */
async function dataOf(drawn: EditionView): Promise<Record<string, unknown>[]> {
  const [page] = await drawEditionPages(drawn);
  const script = elementsOf(readStrictly(page?.text ?? "")).find(
    ({ attributes }) => attributes.has("type") && attributes.get("type") === "application/ld+json",
  );
  return [JSON.parse(script?.children.join("") ?? "")].flat();
}

test("the review of a claim says what was claimed, by whom, where it stands and what the verdict is, all of it on the page", async () => {
  const review = exampleReview();
  const [article, claim] = await dataOf(review);
  expect(article).toMatchObject({ "@type": "NewsArticle" });
  expect(claim).toEqual({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: "https://saltmarsh.example/the-mill-that-runs-on-the-moon",
    inLanguage: "en",
    datePublished: "2026-11-20T08:00:00.000Z",
    dateModified: "2026-11-23T09:30:00.000Z",
    author: { "@type": "Organization", name: "The Saltmarsh", url: "https://saltmarsh.example/" },
    claimReviewed: "The pond belongs to nobody & the mill runs by itself.",
    itemReviewed: {
      "@type": "Claim",
      author: { "@type": "Person", name: "Aldous <Quill>", sameAs: "https://quill.example/about" },
      datePublished: "2024-05-17",
      appearance: [{ "@type": "NewsArticle", name: "Who owns the pond?", datePublished: "2024" }],
    },
    reviewRating: { "@type": "Rating", ratingValue: 2, bestRating: 5, worstRating: 1, alternateName: "Mostly false" },
  });
  const [page] = await drawEditionPages(review);
  const words = wordsOf(readStrictly(page?.text ?? ""));
  for (const seen of [
    "The pond belongs to nobody & the mill runs by itself.",
    "Aldous <Quill>",
    "17 May 2024",
    "Mostly false",
    "2 on a scale from 1, false, to 5, true",
    "Who owns the pond?",
  ])
    expect(words).toContain(seen);
});

test("a verdict in the desk's own words is told with its place on the scale, and an organisation is no person", async () => {
  const [, claim] = await dataOf(
    exampleReview({ kind: "organization", address: null, day: null, verdict: "Out of date" }),
  );
  expect(claim).toMatchObject({ reviewRating: { ratingValue: 2, alternateName: "Out of date" } });
  expect(claim?.["itemReviewed"]).toMatchObject({ author: { "@type": "Organization", name: "Aldous <Quill>" } });
});

test("no verdict is told by an older edition, by a retracted article, or by an article that reviews no claim", async () => {
  const { editions } = view;
  const later = {
    number: 3,
    kind: "retraction",
    slug: view.slug,
    publishedAt: view.publishedAt,
    note: "Wrong.",
  } as const;
  for (const untold of [exampleReview({}, { number: 1 }), exampleReview({}, { editions: [...editions, later] }), view])
    expect((await dataOf(untold)).map((data) => data["@type"])).toEqual(["NewsArticle"]);
});
