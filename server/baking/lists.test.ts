import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { exampleEdition, exampleId } from "@/reader/example-edition";
import { exampleEntries, exampleHouse } from "@/reader/example-lists";
import { sitemapPart } from "@/reader/sitemap";
import { elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import { drawWithdrawn } from "./bake";
import { drawHouse } from "./draw-lists";
import { minified } from "./minify";
import { etagOf, packAll } from "./pack";
import { stylesheet } from "./stylesheet";

const { site } = exampleEdition();
const pages = (count: number) => drawHouse(site, exampleHouse(count));
const pageAt = async (path: string, count: number): Promise<string> =>
  (await pages(count)).find((page) => page.path === path)?.text ?? "";

test.each([0, 1, 3, 30])("a front page of %i articles names each once, and is sound HTML", async (count) => {
  const root = readStrictly(await pageAt("/", count));
  const links = elementsOf(root).flatMap(({ attributes }) => attributes.get("href") ?? []);
  const named = links.filter((href) => href.startsWith("/article-"));
  expect(named).toEqual(exampleEntries(count).map(({ slug }) => `/${slug}`));
  expect(wordsOf(root).includes("Nothing is published yet")).toBe(count === 0);
});

test("the feed escapes what it says, leaves out what XML cannot hold, and is as new as its newest entry", async () => {
  const feed = await pageAt("/feed.xml", 3);
  expect(feed).toContain("<title>Article &lt;0&gt; &amp; &quot;more&quot;</title>");
  expect(feed).not.toContain("\u0007");
  expect(feed).toContain("<updated>2026-11-23T08:00:02.000Z</updated><author>");
  expect(feed.match(/<entry /g)).toHaveLength(3);
  expect(feed).toContain('href="https://saltmarsh.example/article-0"');
});

test("the sitemap names every article by its whole address, robots.txt names the sitemaps and keeps crawlers off the desk", async () => {
  const part = sitemapPart(site, exampleEntries(200));
  expect(part.match(/<loc>https:\/\/saltmarsh\.example\/article-/g)).toHaveLength(200);
  const robots = await pageAt("/robots.txt", 0);
  expect(robots).toContain("Sitemap: https://saltmarsh.example/sitemap.xml");
  expect(robots).toContain("Sitemap: https://saltmarsh.example/sitemap-news.xml");
  expect(robots).toContain("Disallow: /desk");
});

test("a withdrawn article answers 410 at each of its paths with the reason, and nothing of its text", async () => {
  const articleId = exampleId(1);
  const gone = await drawWithdrawn(site, { articleId, paths: ["/a", "/a/editions/1"], why: "By order of a court." });
  expect(gone.map(({ path, status }) => [path, status])).toEqual([
    ["/a", 410],
    ["/a/editions/1", 410],
  ]);
  expect(wordsOf(readStrictly(gone[0]?.text ?? ""))).toContain("By order of a court.");
});

test("the packed forms of a page are the page, and its validator is of its bytes", async () => {
  const drawn = await pages(3);
  for (const [index, page] of (await packAll(drawn)).entries()) {
    const text = drawn[index]?.text ?? "";
    expect(Buffer.from(page.body).toString()).toBe(text);
    expect(gunzipSync(page.gzip).toString()).toBe(text);
    expect(brotliDecompressSync(page.brotli).toString()).toBe(text);
    expect(page.etag).toBe(etagOf(text));
    expect(page.etag).toMatch(/^"[0-9a-f]{32}"$/);
  }
});

test("minifying takes out comments and white space, and leaves strings and selectors their meaning", () => {
  expect(
    minified(
      '/* why */\na :hover,\nb > c {\n  color: red;\n  content: " <; }" attr(href);\n  top: calc(1px + 2px);\n}\n',
    ),
  ).toBe('a :hover,b>c{color:red;content:" <; }" attr(href);top:calc(1px + 2px)}');
});

test.each(["article", "lists"] as const)("the stylesheet of %s can stand in a page as it is", async (sheet) => {
  const css = await stylesheet(sheet);
  expect(css).not.toMatch(/[<>]style|<\/|@import|url\(/);
  expect(css.split("{").length).toBe(css.split("}").length);
});
