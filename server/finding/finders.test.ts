import { beforeEach, expect, test } from "vitest";
import { whatIsPasted } from "@/domain/source/pasted";
import type { ServiceId } from "@/domain/source/finding-settings";
import { asking } from "@/server/testing/internet/asking";
import { type Asked, fetchFrom } from "@/server/testing/internet/fetch-from";
import { services } from "@/server/testing/internet/sites";
import type { Found } from "./finder";
import { finders } from "./finders";
import { forgetPauses } from "./pauses";

beforeEach(forgetPauses);

async function found(id: ServiceId, text: string): Promise<Found[]> {
  const [query] = whatIsPasted(text);
  const answer = await finders[id].find(query!, fetchFrom(services), asking);
  if (!answer.ok) throw new Error(`${id} did not answer: ${answer.error.why}`);
  return answer.value;
}
const first = async (id: ServiceId, text: string) => (await found(id, text))[0]!;

test("Crossref's article comes with plain words, real people, its finest date and its retraction", async () => {
  const { record, problems, notices, at } = await first("crossref", "10.5555/tides.2019.7");
  expect(record).toEqual({
    type: "article-journal",
    title: "Scour under bridge piers: H2O & sand at p<0.05",
    author: [
      { family: "Østergård", given: "Mara" },
      { family: "King", given: "J. R.", suffix: "Jr." },
      { literal: "Tidewater Study Group" },
    ],
    issued: { "date-parts": [[2019, 8, 26]] },
    "container-title": "Journal of Tidal Engineering",
    publisher: "Tidewater Society of Engineers",
    volume: "14",
    issue: "2",
    page: "101-118",
    DOI: "10.5555/Tides.2019.7",
    ISSN: "1234-5679 2049-3630",
    URL: "https://tides.example/articles/7",
    language: "en",
    abstract: "Sand moves; p < 0.05.\n\nPiers do not.",
  });
  expect(problems).toEqual(["Left out 1 of the names in author."]);
  expect(notices).toMatchObject([{ kind: "retracted", notice: "10.5555/notice.1", noticedOn: "2023-05-04" }]);
  expect(at).toBe("https://doi.org/10.5555/tides.2019.7");
});

test("Crossref's chapter is in its book, and the book in its series", async () => {
  expect((await first("crossref", "10.5555/chapter.3")).record).toMatchObject({
    type: "chapter",
    title: "Ferries before bridges: A short history",
    "container-title": "The Crossing Book",
    "collection-title": "Lecture Notes in Tides",
    editor: [{ family: "Lie", given: "Kari" }],
    ISBN: "9780306406157 9780804429573",
    issued: { "date-parts": [[2008]] },
  });
});

test("what Crossref calls posted content is a preprint, and an impossible day is left out", async () => {
  expect((await first("crossref", "10.5555/posted.1")).record).toMatchObject({
    type: "article",
    genre: "Preprint",
    publisher: "TideRxiv",
    author: [{ literal: "Bathtub Collaboration" }],
  });
  expect((await first("crossref", "ISBN 0-306-40615-2")).record).toMatchObject({ type: "book", ISBN: "9780306406157" });
  expect((await first("crossref", "10.5555/book.1")).record).toMatchObject({
    title: "Bridges: How they stand",
    edition: "2",
    issued: { "date-parts": [[1999]] },
    author: [{ literal: "Plato" }],
  });
});

test("a work without date and people is taken as it is, one without a title is no source", async () => {
  expect((await first("crossref", "10.5555/odd.1")).record).toEqual({
    type: "document",
    title: "Undated and anonymous",
    DOI: "10.5555/odd.1",
  });
  expect(await found("crossref", "10.5555/untitled.1")).toEqual([]);
  expect(await found("crossref", "10.5555/nobody.knows")).toEqual([]);
});

test("a line of a reference list is looked up by its words", async () => {
  const works = await found("crossref", "Lie, K. et al. (2022). Tides in a bathtub. TideRxiv.");
  expect(works.map(({ record }) => record.DOI)).toEqual(["10.5555/posted.1"]);
});

test("DataCite's data set has its main title, its people and its version", async () => {
  expect((await first("datacite", "10.5555/data.1")).record).toEqual({
    type: "dataset",
    title: "Scour measurements: 1990 to 2019",
    author: [
      { family: "Østergård", given: "Mara" },
      { literal: "Tidewater Society" },
      { family: "King", given: "J. R." },
    ],
    issued: { "date-parts": [[2020, 2, 11]] },
    publisher: "Open Tides Repository",
    edition: "Version 2.1",
    genre: "Measurements",
    DOI: "10.5555/data.1",
    URL: "https://tides.example/data/1",
    abstract: "Daily soundings.",
  });
});

test("a thesis that calls itself text is a thesis, and an address that is none is dropped and named", async () => {
  const { record, problems } = await first("datacite", "10.5555/thesis.1");
  expect(record).toMatchObject({
    type: "thesis",
    editor: [{ literal: "Press Office" }],
    author: [{ family: "Cho", given: "Junghoo" }],
  });
  expect(record.URL).toBeUndefined();
  expect(problems).toEqual(['Left out URL: "javascript:alert(1)".']);
  expect((await first("datacite", "arXiv:2101.00001v2")).record).toMatchObject({
    type: "article",
    number: "arXiv:2101.00001",
  });
});

test("content negotiation is understood in the dialects of the agencies", async () => {
  expect((await first("doi", "10.5555/tides.2019.7")).record).toMatchObject({
    type: "article-journal",
    title: "Scour under bridge piers",
    ISSN: "1234-5679",
    issued: { "date-parts": [[2019, 8]] },
  });
  expect((await first("doi", "10.5555/plain.1")).record).toMatchObject({
    DOI: "10.5555/plain.1",
    issued: { "date-parts": [[2014, 6, 3]] },
    number: "7",
  });
  expect(await found("doi", "10.5555/nothing")).toEqual([]);
});

test("Open Library names a book's people, those that only its work knows too", async () => {
  expect((await first("open-library", "0-306-40615-2")).record).toEqual({
    type: "book",
    title: "Bridges: how they stand",
    author: [{ family: "van der Brug", given: "Ludwig" }, { literal: "Halden Institute of Bridges" }],
    issued: { "date-parts": [[1999, 3, 12]] },
    publisher: "Example University Press",
    "publisher-place": "Oslo",
    ISBN: "9780306406157",
  });
  expect((await first("open-library", "080442957X")).record).toMatchObject({
    author: [{ family: "Lie", given: "Kari" }],
    issued: { "date-parts": [[1977]] },
  });
  expect(await found("open-library", "9783161484100")).toEqual([]);
});

test("a search at Open Library claims no publisher where a work has several", async () => {
  const works = await found("open-library", "Brug, L. van der (1999). Bridges. Oslo: Press.");
  expect(works.map(({ record }) => [record.title, record.publisher, record.ISBN])).toEqual([
    ["Bridges", "Example University Press", "9780306406157"],
    ["Bridges and men", undefined, undefined],
  ]);
});

test("PubMed's article has its suffixes, its group, its own identifiers and its retraction", async () => {
  for (const text of ["PMID: 31452104", "PMC6718500", "10.5555/tides.2019.7"]) {
    const { record, notices } = await first("pubmed", text);
    expect(record).toMatchObject({
      title: "Scour under bridge piers: H2O & sand",
      author: [
        { family: "Østergård", given: "Mara" },
        { family: "King", given: "J R", suffix: "Jr" },
        { literal: "Tidewater Study Group" },
      ],
      issued: { "date-parts": [[2019, 8]] },
      page: "101-118",
      DOI: "10.5555/tides.2019.7",
      PMID: "31452104",
      PMCID: "PMC6718500",
      language: "en",
      abstract: "BACKGROUND: Sand moves.\n\nRESULTS: Piers do not (p < 0.05).",
    });
    expect(notices).toEqual([
      { of: { scheme: "pmid", value: "31452104" }, kind: "retracted", notice: "37000001", noticedOn: "2023-05-04" },
    ]);
  }
});

test("PubMed's chapters and odd dates are read, and what it lacks is nothing", async () => {
  expect((await first("pubmed", "PMID 20301295")).record).toMatchObject({
    type: "chapter",
    "container-title": "TideReviews",
    author: [{ family: "Cho", given: "Junghoo" }],
    editor: [{ family: "Lie", given: "Kari" }],
    publisher: "Halden University",
  });
  expect((await first("pubmed", "PMID 7000001")).record.issued).toEqual({ "date-parts": [[1998, 12]] });
  expect(await found("pubmed", "PMID 999")).toEqual([]);
  expect(await found("pubmed", "PMC1")).toEqual([]);
});

test("arXiv's paper keeps the version that was asked for, and what a journal made of it is only told of", async () => {
  expect((await first("arxiv", "arXiv:2101.00001v2")).record).toEqual({
    type: "article",
    title: "Tides in a bathtub: $O(n \\log n)$ & more",
    author: [
      { family: "Lie", given: "Kari" },
      { family: "van der Brug", given: "Ludwig" },
      { literal: "ATLAS Collaboration" },
    ],
    issued: { "date-parts": [[2022, 5, 6]] },
    publisher: "arXiv",
    number: "arXiv:2101.00001v2",
    genre: "Preprint",
    DOI: "10.48550/arXiv.2101.00001",
    URL: "https://arxiv.org/abs/2101.00001v2",
    abstract: "We fill a bathtub.",
    note: "Published since: J. Tid. Eng. 17 (2023) 5, https://doi.org/10.5555/tides.2023.1",
  });
  expect((await first("arxiv", "math.GT/0309136")).record).toMatchObject({ number: "arXiv:math/0309136" });
  expect(await found("arxiv", "arXiv:0000.00000")).toEqual([]);
  expect(await found("arxiv", "arXiv:9999.99999")).toEqual([]);
});

test("Zotero's translators are understood where a newsroom turns them on", async () => {
  expect((await first("translation-server", "https://pages.example/news")).record).toEqual({
    type: "article-newspaper",
    title: "Bridge at Halden closed",
    author: [{ family: "Østergård", given: "Mara" }, { literal: "The Halden Post" }],
    issued: { "date-parts": [[2026, 5, 3]] },
    accessed: { "date-parts": [[2027, 5, 3]] },
    "container-title": "The Halden Post",
    ISSN: "0307-1235",
    URL: "https://pages.example/news",
    language: "en-GB",
    abstract: "Closed & checked.",
  });
  expect((await first("translation-server", "PMID: 31452104")).record).toMatchObject({
    PMID: "31452104",
    PMCID: "PMC6718500",
    author: [{ literal: "Tidewater Study Group" }],
    issued: { "date-parts": [[2019, 8]] },
  });
});

test("services are asked as they want to be asked", async () => {
  const asked: Asked[] = [];
  const polite = { ...asking, settings: { ...asking.settings, mailto: "desk@halden.example" } };
  const [query] = whatIsPasted("10.5555/tides.2019.7");
  await finders.crossref.find(query!, fetchFrom(services, asked), polite);
  expect(asked).toMatchObject([
    { url: "https://api.crossref.org/works/10.5555%2Ftides.2019.7?mailto=desk%40halden.example" },
  ]);
});
