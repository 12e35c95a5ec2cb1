import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { PublicEntry } from "@/domain/publishing/edition";
import { exampleEdition } from "@/reader/example-edition";
import { exampleEntries } from "@/reader/example-lists";
import { newsSitemap, sitemapIndex, sitemapOfHouse, sitemapPart } from "@/reader/sitemap";
import { drawFeeds } from "./draw-lists";

const { site } = exampleEdition();
type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

/** A document's root; refuses what is not well-formed XML with namespaces declared. */
function rootOf(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [{ name: "", attributes: {}, text: "", children: [] }];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const given = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(given), text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (!root) throw new Error("no root");
  return root;
}
const all = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);
const one = (element: Element, name: string): Element => {
  const [found, ...more] = all(element, name);
  if (!found || more.length > 0) throw new Error(`${element.name} has ${more.length + (found ? 1 : 0)} ${name}`);
  return found;
};
const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text);
const isAddress = (text: string): boolean => URL.canParse(text);

const retracted: PublicEntry = {
  ...exampleEntries(3)[2]!,
  kind: "retraction",
  note: "It was made up.",
  updatedAt: "2026-11-24T08:00:00.000Z",
};
const entries = [retracted, ...exampleEntries(2)];
const feeds = (list: readonly PublicEntry[], at = "") => {
  const [atom = "", rss = "", json = ""] = drawFeeds(site, list, { title: "The Saltmarsh", at }).map(
    ({ text }) => text,
  );
  return { atom, rss, json };
};

test.each([
  ["with articles", entries],
  ["of nothing", []],
])("the Atom feed %s has all that RFC 4287 asks for", (_, list) => {
  const feed = rootOf(feeds(list).atom);
  expect([feed.name, feed.attributes["xmlns"]]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
  expect(isAddress(one(feed, "id").text)).toBe(true);
  expect(one(feed, "title").text).toBe("The Saltmarsh");
  expect(isTime(one(feed, "updated").text)).toBe(true);
  expect(all(feed, "link").map(({ attributes }) => attributes["rel"])).toEqual(["self", "alternate"]);
  expect(all(feed, "entry")).toHaveLength(list.length);
  const ids = all(feed, "entry").map((entry) => one(entry, "id").text);
  expect(new Set(ids).size).toBe(ids.length);
  for (const entry of all(feed, "entry")) {
    expect(one(entry, "title").text).not.toBe("");
    for (const time of ["updated", "published"]) expect(isTime(one(entry, time).text)).toBe(true);
    expect(isAddress(one(entry, "link").attributes["href"] ?? "")).toBe(true);
    expect(one(one(entry, "author"), "name").text).toBe("Ines Calder");
  }
});

test.each([
  ["with articles", entries],
  ["of nothing", []],
])("the RSS feed %s has all that RSS 2.0 asks for", (_, list) => {
  const rss = rootOf(feeds(list).rss);
  expect([rss.name, rss.attributes["version"]]).toEqual(["rss", "2.0"]);
  const channel = one(rss, "channel");
  for (const name of ["title", "link", "description", "lastBuildDate", "atom:link"]) one(channel, name);
  expect(one(channel, "description").text).not.toBe("");
  const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;
  expect(one(channel, "lastBuildDate").text).toMatch(date);
  for (const item of all(channel, "item")) {
    expect(one(item, "title").text).not.toBe("");
    expect(isAddress(one(item, "link").text)).toBe(true);
    expect(one(item, "guid")).toMatchObject({ attributes: { isPermaLink: "false" } });
    expect(one(item, "pubDate").text).toMatch(date);
  }
  expect(all(channel, "item")).toHaveLength(list.length);
});

test.each([
  ["with articles", entries],
  ["of nothing", []],
])("the JSON feed %s has all that version 1.1 asks for", (_, list) => {
  const feed = JSON.parse(feeds(list, "/topics/tides").json);
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(feed.title).toBe("The Saltmarsh");
  expect(feed.feed_url).toBe("https://saltmarsh.example/topics/tides/feed.json");
  expect(feed.items).toHaveLength(list.length);
  for (const item of feed.items) {
    expect(typeof item.id).toBe("string");
    expect(typeof item.content_text).toBe("string");
    expect(isTime(item.date_published) && isTime(item.date_modified)).toBe(true);
    expect(item.authors).toEqual([{ name: "Ines Calder", url: "https://saltmarsh.example/authors/ines-calder" }]);
  }
});

test("a correction is an update that says what was wrong, and of a retracted article a feed says only that and why", () => {
  const { atom, rss, json } = feeds(entries);
  for (const text of [atom, rss, json]) {
    expect(text).toContain("Retracted: Article");
    expect(text).toContain("This article was retracted. It was made up.");
    expect(text).toContain("Corrected: A number was wrong. What it is about.");
  }
  const [first] = all(rootOf(atom), "entry");
  expect(first && one(first, "summary").text).not.toContain("What it is about");
  expect(one(rootOf(atom), "updated").text).toBe(retracted.updatedAt);
});

const quay: PublicEntry["picture"] = { path: `/media/${"ab".repeat(32)}-1600.jpg`, type: "image/jpeg", length: 48_213 };
const pictured = entries.map((entry) => ({ ...entry, picture: quay }));
const address = `https://saltmarsh.example${quay.path}`;

test("an article's picture is told with its address, its type and its length, as each format has it", () => {
  const { atom, rss, json } = feeds(pictured.slice(1));
  for (const entry of all(rootOf(atom), "entry")) {
    const links = all(entry, "link").map(({ attributes }) => attributes);
    expect(links.map(({ rel }) => rel)).toEqual(["alternate", "enclosure"]);
    expect(links[1]).toEqual({ rel: "enclosure", type: "image/jpeg", length: "48213", href: address });
  }
  for (const item of all(one(rootOf(rss), "channel"), "item"))
    expect(one(item, "enclosure").attributes).toEqual({ url: address, type: "image/jpeg", length: "48213" });
  for (const item of JSON.parse(json).items) expect(item.image).toBe(address);
});

test("no picture is told of a retracted article, of one without any, or where the site does not know its address", () => {
  const told = (list: readonly PublicEntry[], of = site) =>
    drawFeeds(of, list, { title: "The Saltmarsh", at: "" })
      .map(({ text }) => text)
      .join("\n");
  for (const text of [told(pictured.slice(0, 1)), told(entries), told(pictured, { ...site, baseUrl: "" })])
    expect(text).not.toMatch(/enclosure|"image"|\/media\//);
});

test("the sitemap names all languages of an article's work, and which is for readers of none of them", () => {
  const [first, second] = exampleEntries(2);
  if (!first || !second) throw new Error("no entries");
  const work = [
    { language: "en", slug: first.slug, title: first.title, isOriginal: true },
    { language: "de", slug: "die-muehle", title: "Die Mühle", isOriginal: false },
  ];
  const root = rootOf(sitemapPart(site, [first, second], new Map([[first.articleId, work]])));
  const told = all(root, "url").map((url) => all(url, "xhtml:link").map(({ attributes }) => attributes));
  const at = (slug: string) => `https://saltmarsh.example/${slug}`;
  expect(told).toEqual([
    [
      { rel: "alternate", hreflang: "en", href: at(first.slug) },
      { rel: "alternate", hreflang: "de", href: at("die-muehle") },
      { rel: "alternate", hreflang: "x-default", href: at(first.slug) },
    ],
    [],
  ]);
});

test("sitemaps, their index and the news sitemap are of their schemas", () => {
  const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
  for (const text of [
    sitemapPart(site, entries),
    sitemapOfHouse(site, ["/", "/topics/gr%C3%BCn"]),
    newsSitemap(site, entries),
  ]) {
    const root = rootOf(text);
    expect([root.name, root.attributes["xmlns"]]).toEqual(["urlset", schema]);
    for (const url of all(root, "url")) expect(isAddress(one(url, "loc").text)).toBe(true);
  }
  const index = rootOf(sitemapIndex(site, [{ path: "/sitemap-1.xml.gz", changedAt: "2026-11-24T08:00:00.000Z" }]));
  expect(index.name).toBe("sitemapindex");
  expect(all(index, "sitemap").map((part) => one(part, "loc").text)).toEqual([
    "https://saltmarsh.example/sitemap-1.xml.gz",
  ]);
  for (const url of all(rootOf(newsSitemap(site, entries)), "url")) {
    const news = one(url, "news:news");
    one(one(news, "news:publication"), "news:name");
    expect(one(one(news, "news:publication"), "news:language").text).toBe("en");
    expect(isTime(one(news, "news:publication_date").text)).toBe(true);
    expect(one(news, "news:title").text).not.toBe("");
  }
});
