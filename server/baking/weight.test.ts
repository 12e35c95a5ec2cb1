import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { plainLooks } from "@/domain/looks/looks";
import { exampleEdition } from "@/reader/example-edition";
import { readStrictly, elementsOf } from "@/reader/strict-html";
import { bakeEditionPages, drawEditionPages } from "./bake";
import { looksView, notesAsset } from "./house-assets";
import { pack } from "./pack";

/** Bytes of one article with all that it asks for, on the wire; an answer's head has about 900 of its own. */
const budget = 12_000;
const ofHead = 1_000;

const looking = (change: Partial<typeof plainLooks>) => {
  const { site, ...view } = exampleEdition();
  return { ...view, site: { ...site, looks: looksView({ ...plainLooks, ...change }) } };
};
const asked = (html: string) =>
  elementsOf(readStrictly(html)).flatMap(({ name, attributes }) =>
    ["img", "script"].includes(name) ||
    (name === "link" && ["stylesheet", "preload"].includes(attributes.get("rel") ?? ""))
      ? (attributes.get("src") ?? attributes.get("href") ?? [])
      : [],
  );

test("an article and the one file that it asks for are at most twelve kilobytes", async () => {
  const [page] = await bakeEditionPages(looking({}));
  if (!page) throw new Error("nothing was baked");
  const html = Buffer.from(page.body).toString("utf8");
  const { path, bytes } = notesAsset();
  const script = await pack(bytes);
  expect(page.brotli.length + script.brotli.length + 2 * ofHead).toBeLessThan(budget);
  expect(asked(html)).toEqual([path]);
  expect(html).toContain(`<script src="${path}" defer="">`);
  expect(html).not.toMatch(/url\(|@import|@font-face/);
  expect(brotliDecompressSync(page.brotli).equals(Buffer.from(page.body))).toBe(true);
  expect(gunzipSync(page.gzip).equals(Buffer.from(page.body))).toBe(true);
});

test("a house's accent, links and running heads cost a few hundred bytes; its one font is asked for after the first paint", async () => {
  const [plain] = await bakeEditionPages(looking({}));
  const [dressed] = await bakeEditionPages(
    looking({
      accent: { light: "#8a1c2b", dark: "#ff9aa6" },
      headlines: "instrument-sans",
      navigation: [{ label: "About", href: "/about" }],
    }),
  );
  expect((dressed?.brotli.length ?? 0) - (plain?.brotli.length ?? 0)).toBeLessThan(600);
  const html = Buffer.from(dressed?.body ?? []).toString("utf8");
  expect(asked(html)).toEqual([notesAsset().path]);
  expect(html.match(/url\([^)]*\)/g)).toEqual([
    expect.stringMatching(/^url\(\/assets\/house-instrument-sans-\w{16}\.woff2\)$/),
  ]);
  expect(html).toContain("font-display:optional");
});

test("a logo keeps its room before it comes, and the name stays its words", async () => {
  const [page] = await drawEditionPages(looking({ logo: { kind: "svg", data: "<svg/>", width: 520, height: 44 } }));
  expect(page?.text).toMatch(
    /<a href="\/"><img src="\/assets\/house-logo-\w{16}\.svg" alt="The Saltmarsh" width="260" height="22"/,
  );
});

test("corrections stand where the house has them stand", async () => {
  const at = async (corrections: "top" | "foot") => {
    const [page] = await drawEditionPages(looking({ corrections }));
    const html = String(page?.text);
    return html.indexOf('class="fix"') < html.indexOf("<h1>");
  };
  expect([await at("top"), await at("foot")]).toEqual([true, false]);
});

test("a title can end neither its running head nor the stylesheet that holds it", async () => {
  const hostile = '</style><script>alert(1)</script>"}\\ * { display: none';
  const [page] = await drawEditionPages({ ...exampleEdition(), title: hostile });
  const html = String(page?.text);
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  expect(style).toContain("\\3c /style\\3e ");
  expect(style.endsWith("counter(pages)}}}")).toBe(true);
  expect(elementsOf(readStrictly(html)).filter(({ name }) => name === "script")).toHaveLength(2);
});

test("a page that is read from the right is set so, with the house's own words in their own direction", async () => {
  const view = exampleEdition({ title: "الطاحونة التي تعمل بالقمر", parts: [] });
  const [page] = await drawEditionPages({ ...view, references: [], standfirst: "مطحنة مد وجزر" });
  expect(page?.text).toMatch(/<html lang="und-Arab" dir="rtl">/);
});
