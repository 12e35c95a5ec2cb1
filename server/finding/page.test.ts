import { beforeEach, expect, test } from "vitest";
import { whatIsPasted } from "@/domain/source/pasted";
import { asking } from "@/server/testing/internet/asking";
import { fetchFrom } from "@/server/testing/internet/fetch-from";
import { services } from "@/server/testing/internet/sites";
import { page } from "./page";
import { forgetPauses } from "./pauses";
import { pageFields } from "./page/page-fields";
import { keepFields } from "./keep-fields";

beforeEach(forgetPauses);

const ask = (path: string) => page.find(whatIsPasted(`https://pages.example${path}`)[0]!, fetchFrom(services), asking);
async function read(path: string) {
  const answer = await ask(path);
  if (!answer.ok) throw new Error(answer.error.why);
  return answer.value[0]!;
}
const readHtml = (head: string, body = "") =>
  keepFields(
    pageFields(`<html><head>${head}</head><body>${body}</body></html>`, "https://pages.example/a", asking.now).fields,
  );
const today = { "date-parts": [[2027, 5, 3]] };

test("a journal's page is read by the tags that it has for libraries, under its canonical address", async () => {
  const { record, via } = await read("/articles/7");
  expect(record).toEqual({
    type: "article-journal",
    title: "Scour under bridge piers",
    author: [
      { family: "Østergård", given: "Mara" },
      { family: "King", given: "J. R.", suffix: "Jr." },
    ],
    issued: { "date-parts": [[2019, 8, 26]] },
    "container-title": "Journal of Tidal Engineering",
    volume: "14",
    page: "101-118",
    DOI: "10.5555/tides.2019.7",
    ISSN: "1234-5679",
    language: "en-GB",
    URL: "https://pages.example/articles/7",
    accessed: today,
  });
  expect(via).toMatchObject({ title: "Highwire", language: "page" });
});

test("a news page is read by its JSON-LD, people and site found in its graph", async () => {
  const { record, via } = await read("/news");
  expect(record).toEqual({
    type: "article-newspaper",
    title: "Bridge at Halden closed & checked",
    author: [
      { family: "Østergård", given: "Mara" },
      { family: "Lie", given: "Kari" },
    ],
    issued: { "date-parts": [[2026, 5, 3]] },
    "container-title": "The Halden Post",
    publisher: "Halden Media",
    language: "en",
    URL: "https://pages.example/news",
    accessed: today,
  });
  expect(via?.author).toBe("JSON-LD");
});

test("Dublin Core is read, and a canonical address that is only the front page is not believed", async () => {
  expect((await read("/dublin")).record).toMatchObject({
    type: "dataset",
    title: "Tides of the north",
    author: [{ family: "Lie", given: "Kari" }],
    issued: { "date-parts": [[2004, 8, 26]] },
    DOI: "10.5555/north.1",
    publisher: "Museum of Tides",
    URL: "https://pages.example/dublin",
  });
});

test("a single COinS is the page's own work", async () => {
  expect((await read("/coins")).record).toMatchObject({
    type: "book",
    title: "Bridges",
    author: [
      { family: "Brug", given: "Ludwig" },
      { family: "Lie", given: "Kari" },
    ],
    publisher: "Example Press",
    "publisher-place": "Oslo",
    ISBN: "9780306406157",
  });
});

test("an old page is read in the letters that it was written in", async () => {
  expect((await read("/latin")).record).toMatchObject({
    title: "Brücken “alt”",
    author: [{ family: "Müller", given: "Jörg" }],
  });
});

test("a page with nothing but a title is a web page of its site", async () => {
  expect((await read("/plain")).record).toEqual({
    type: "webpage",
    title: "Only a title",
    "container-title": "Pages",
    language: "en-GB",
    URL: "https://pages.example/plain",
    accessed: today,
  });
  expect((await read("/moved")).record.URL).toBe("https://pages.example/plain");
});

test("an address on another site is told of, not taken", async () => {
  const { record, problems } = await read("/elsewhere");
  expect(record.URL).toBe("https://pages.example/elsewhere");
  expect(problems).toEqual(["The page says that it is a copy of https://original.example/text."]);
});

test("a check for robots is no page, nor is one that is not there, nor a file of another kind", async () => {
  expect(await ask("/wall")).toMatchObject({
    ok: false,
    error: { why: "It shows machines something else: “Just a moment...”." },
  });
  expect(await ask("/nowhere")).toMatchObject({ ok: false, error: { kind: "missing" } });
  expect(await ask("/paper.pdf")).toMatchObject({ ok: false, error: { kind: "wrong-type" } });
  expect(await ask("/empty")).toEqual({ ok: true, value: [] });
});

test("an article in JSON-LD knows its journal through issue and volume", () => {
  const ld = {
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    name: "Scour",
    author: { "@type": "Organization", name: "Tide Club" },
    sameAs: "https://doi.org/10.5555/x.1",
    pagination: "3-9",
    isPartOf: {
      "@type": "PublicationIssue",
      issueNumber: 2,
      isPartOf: {
        "@type": ["PublicationVolume", "Periodical"],
        volumeNumber: "14",
        isPartOf: { "@type": "Periodical", name: "Tides", issn: "1234-5679" },
      },
    },
  };
  const { record } = readHtml(`<script type="application/ld+json">[${JSON.stringify(ld)}]</script>`);
  expect(record).toMatchObject({
    "container-title": "Tides",
    volume: "14",
    issue: "2",
    ISSN: "1234-5679",
    DOI: "10.5555/x.1",
    author: [{ literal: "Tide Club" }],
  });
});

test("graphs that lead in circles come to an end", () => {
  const ring = [
    { "@id": "#a", "@type": "NewsArticle", headline: "Ring", isPartOf: { "@id": "#b" } },
    { "@id": "#b", "@type": "CreativeWork", isPartOf: { "@id": "#a" } },
  ];
  expect(readHtml(`<script type="application/ld+json">${JSON.stringify(ring)}</script>`).record?.title).toBe("Ring");
});

test("a list of COinS is a bibliography and not the page", () => {
  const span = '<span class="Z3988" title="rft_val_fmt=info:ofi/fmt:kev:mtx:book&amp;rft.btitle=Other"></span>';
  expect(readHtml("<title>My list</title>", span + span).record?.title).toBe("My list");
});
