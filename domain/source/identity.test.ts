import fc from "fast-check";
import { expect, test } from "vitest";
import { arxivIdOf } from "./arxiv";
import { doiOf } from "./doi";
import { identityKeys, keyText } from "./identity";
import { isbnOf } from "./isbn";
import { pmidOf } from "./pubmed";
import type { SourceRecord } from "./record";
import { webAddressOf } from "./web-address";

const keysOf = (record: Partial<SourceRecord>): string[] =>
  identityKeys({ type: "report", title: "Links", ...record }).map(keyText);
const joined = (one: Partial<SourceRecord>, other: Partial<SourceRecord>): boolean =>
  keysOf(one).some((key) => keysOf(other).includes(key));

test.each<[string, Partial<SourceRecord>, Partial<SourceRecord>]>([
  [
    "a DOI and its resolver's address",
    { DOI: "10.1145/958942.958945" },
    { URL: "https://dx.doi.org/10.1145/958942.958945" },
  ],
  ["DOIs that differ in case", { DOI: "10.1000/ABC.d" }, { DOI: "doi:10.1000/abc.D" }],
  ["a DOI with its prefix twice", { DOI: "https://doi.org/10.1000/182" }, { DOI: "DOI: 10.1000/182." }],
  [
    "a DOI percent-encoded in its address",
    { DOI: "10.1002/(sici)1097" },
    { URL: "https://doi.org/10.1002/%28SICI%291097?x=1" },
  ],
  ["ISBN-10 and ISBN-13", { ISBN: "0-306-40615-2" }, { ISBN: "978-0-306-40615-7" }],
  ["an ISBN-10 that ends in X", { ISBN: "0 8044 2957 X" }, { ISBN: "9780804429573" }],
  ["one of two ISBNs", { ISBN: "9780306406157 9780804429573" }, { ISBN: "ISBN 0-306-40615-2" }],
  ["PMIDs with and without prefix", { PMID: "PMID: 031452104" }, { PMID: "31452104" }],
  ["a PMID and its page", { PMID: "31452104" }, { URL: "https://pubmed.ncbi.nlm.nih.gov/31452104/" }],
  [
    "versions of an arXiv paper",
    { URL: "https://arxiv.org/abs/2101.00001v2" },
    { URL: "http://www.arxiv.org/pdf/2101.00001.pdf" },
  ],
  ["an arXiv number and arXiv's DOI", { number: "arXiv:2101.00001" }, { DOI: "10.48550/arXiv.2101.00001" }],
  [
    "an old arXiv number with subject class",
    { number: "arXiv:math.GT/0309136" },
    { URL: "https://arxiv.org/abs/math/0309136v1" },
  ],
  ["http and https", { URL: "http://halden.example/links" }, { URL: "https://halden.example/links" }],
  ["www, m and amp hosts", { URL: "https://www.halden.example/links" }, { URL: "https://amp.halden.example/links" }],
  ["a mobile host within", { URL: "https://en.m.halden.example/links" }, { URL: "https://en.halden.example/links" }],
  ["host case and trailing slash", { URL: "https://Halden.Example/links/" }, { URL: "https://halden.example/links" }],
  [
    "tracking",
    { URL: "https://halden.example/links?utm_source=chatgpt.com&id=4&fbclid=x" },
    { URL: "https://halden.example/links?id=4" },
  ],
  ["fragments", { URL: "https://halden.example/links#part-2" }, { URL: "https://halden.example/links" }],
  ["the order of parameters", { URL: "https://halden.example/l?a=1&b=2" }, { URL: "https://halden.example/l?b=2&a=1" }],
  ["default ports", { URL: "https://halden.example:443/links" }, { URL: "http://halden.example:80/links" }],
  ["percent-encoding", { URL: "https://halden.example/%7elinks/é" }, { URL: "https://halden.example/~links/%c3%a9" }],
  ["dots in a path", { URL: "https://halden.example/a/./b/../links" }, { URL: "https://halden.example/a/links" }],
])("%s are one work", (_, one, other) => {
  expect(joined(one, other)).toBe(true);
});

test.each<[string, Partial<SourceRecord>, Partial<SourceRecord>]>([
  ["two DOIs of which one begins the other", { DOI: "10.1000/18" }, { DOI: "10.1000/182" }],
  ["two things that are no DOIs", { DOI: "see publisher" }, { DOI: "see publisher" }],
  ["an ISBN with a wrong check digit", { ISBN: "0-306-40615-3" }, { ISBN: "0-306-40615-3" }],
  ["two chapters of one book", { type: "chapter", ISBN: "9780306406157" }, { type: "chapter", ISBN: "9780306406157" }],
  ["a chapter and its book", { type: "chapter", ISBN: "9780306406157" }, { type: "book", ISBN: "9780306406157" }],
  ["a PMID and a like-numbered ISBN", { PMID: "31452104" }, { ISBN: "31452104" }],
  ["two subdomains", { URL: "https://en.halden.example/links" }, { URL: "https://de.halden.example/links" }],
  ["paths that differ in case", { URL: "https://halden.example/Links" }, { URL: "https://halden.example/links" }],
  ["parameters that name the page", { URL: "https://halden.example/?p=1" }, { URL: "https://halden.example/?p=2" }],
  ["front pages", { URL: "https://halden.example/" }, { URL: "https://www.halden.example" }],
  ["ports that differ", { URL: "https://halden.example:8443/links" }, { URL: "https://halden.example/links" }],
  ["an encoded slash and a slash", { URL: "https://halden.example/a%2Fb" }, { URL: "https://halden.example/a/b" }],
  ["a short host and its bare domain", { URL: "https://m.example/links" }, { URL: "https://example/links" }],
  ["two arXiv papers", { number: "arXiv:2101.00001" }, { number: "arXiv:2101.00002" }],
  ["report numbers that only look alike", { number: "2101" }, { number: "2101" }],
  ["records without any identifier", {}, {}],
])("%s are two works", (_, one, other) => {
  expect(joined(one, other)).toBe(false);
});

test("a page at a resolver gives the identifier and no address of its own", () => {
  expect(keysOf({ URL: "https://doi.org/10.1000/182", DOI: "10.1000/182" })).toEqual(["doi:10.1000/182"]);
  expect(keysOf({ URL: "https://arxiv.org/abs/2101.00001" })).toEqual(["arxiv:2101.00001"]);
});

test("normalising what is normal already changes nothing, for any text", () => {
  const piece = fc.constantFrom(
    "www",
    "m",
    ".",
    "/",
    "//",
    "..",
    "?",
    "&",
    "=",
    "#",
    "%",
    "%2e",
    "%7E",
    "@",
    ":443",
    "é",
    "utm_a=1",
    "a",
    "B",
    " ",
    "\ud800",
  );
  const address = fc.array(piece, { maxLength: 14 }).map((pieces) => `https://${pieces.join("")}`);
  const doi = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => `https://doi.org/10.1000/${text}`);
  const cases: [(text: string) => string | null, fc.Arbitrary<string>][] = [
    [webAddressOf, fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true }))],
    [
      doiOf,
      fc.oneof(
        doi,
        doi.map((text) => text.replace("https://doi.org/", "doi:")),
      ),
    ],
    [isbnOf, fc.stringMatching(/^(?:97[89])?\d{9}[\dX]$/u)],
    [pmidOf, fc.stringMatching(/^(?:PMID: ?)?\d{1,9}$/u)],
    [arxivIdOf, fc.stringMatching(/^arXiv:(?:\d{4}\.\d{4,5}|math\.GT\/\d{7})(?:v\d)?$/u)],
  ];
  for (const [normal, texts] of cases) {
    const settles = fc.property(texts, (text) => {
      const once = normal(text);
      return once === null || normal(once) === once;
    });
    expect(fc.check(settles, { numRuns: 200 })).toMatchObject({ failed: false });
  }
}, 30_000);
