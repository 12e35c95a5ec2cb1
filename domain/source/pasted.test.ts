import fc from "fast-check";
import { expect, test } from "vitest";
import { type PastedKind, whatIsPasted } from "./pasted";

test.each<[string, PastedKind, string]>([
  ["10.1000/182", "doi", "10.1000/182"],
  ["doi:10.1000/ABC", "doi", "10.1000/abc"],
  ["DOI: 10.1000/182.", "doi", "10.1000/182"],
  ["https://doi.org/10.1002/%28SICI%291097", "doi", "10.1002/(sici)1097"],
  ["http://dx.doi.org/10.1000/182?nosfx=y", "doi", "10.1000/182"],
  ["doi.org/10.1000/182", "doi", "10.1000/182"],
  ["info:doi/10.1000/182", "doi", "10.1000/182"],
  ["https://journals.example/doi/full/10.1000/182", "doi", "10.1000/182"],
  ["https://journals.example/doi/10.1000/182/pdf", "doi", "10.1000/182"],
  ["https://halden.example/links?utm_source=x&id=4", "url", "https://halden.example/links?id=4"],
  ["www.halden.example/links", "url", "https://www.halden.example/links"],
  ["<https://halden.example/a>", "url", "https://halden.example/a"],
  ["0-306-40615-2", "isbn", "9780306406157"],
  ["ISBN 978-0-306-40615-7", "isbn", "9780306406157"],
  ["ISBN-13: 978 0 306 40615 7", "isbn", "9780306406157"],
  ["urn:isbn:9780306406157", "isbn", "9780306406157"],
  ["080442957X", "isbn", "9780804429573"],
  ["PMID: 31452104", "pmid", "31452104"],
  ["PMID31452104", "pmid", "31452104"],
  ["https://pubmed.ncbi.nlm.nih.gov/31452104/", "pmid", "31452104"],
  ["https://www.ncbi.nlm.nih.gov/pubmed/31452104", "pmid", "31452104"],
  ["PMC6718500", "pmcid", "PMC6718500"],
  ["PMCID: PMC6718500", "pmcid", "PMC6718500"],
  ["https://pmc.ncbi.nlm.nih.gov/articles/PMC6718500/", "pmcid", "PMC6718500"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6718500/pdf/a.pdf", "pmcid", "PMC6718500"],
  ["arXiv:2101.00001", "arxiv", "2101.00001"],
  ["arXiv:2101.00001v2", "arxiv", "2101.00001v2"],
  ["arXiv: 2101.00001 [cs.DL]", "arxiv", "2101.00001"],
  ["https://arxiv.org/pdf/2101.00001v3.pdf", "arxiv", "2101.00001v3"],
  ["math.GT/0309136", "arxiv", "math/0309136"],
  ["hep-th/9901001v1", "arxiv", "hep-th/9901001v1"],
  ["10.48550/arXiv.2101.00001", "arxiv", "2101.00001"],
  ["@article{key,\n title={A}}", "bibtex", ""],
  ["% from a file\n@book{b, title={A}}", "bibtex", ""],
  ["TY  - JOUR\nTI  - A\nER  -", "ris", ""],
  ['[{"id":"a","type":"book","title":"A"}]', "csl-json", ""],
  ['{ "type": "book" }', "csl-json", ""],
  ["%0 Journal Article\n%T A\n%A B", "endnote", ""],
  ["<xml><records><record></record></records></xml>", "endnote", ""],
  ["Cho, J. (2003). Ferries. Journal of Tides, 4(2), 1–9. https://doi.org/10.1000/182", "line", ""],
  ["31452104", "line", ""],
  ["The bridge at Halden", "line", ""],
])("%s is what it looks like", (text, kind, value) => {
  const [first, ...others] = whatIsPasted(text);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ kind, value: value || text, text });
});

test("a list of identifiers is each of them, one a line or several on one", () => {
  const list = "1. 10.1000/182\n- https://doi.org/10.1000/183\n\nPMID: 31452104\nISBN 0-306-40615-2";
  expect(whatIsPasted(list).map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    "doi 10.1000/182",
    "doi 10.1000/183",
    "pmid 31452104",
    "isbn 9780306406157",
  ]);
  expect(whatIsPasted("10.1000/182, 10.1000/183; arXiv:2101.00001").map(({ kind }) => kind)).toEqual([
    "doi",
    "doi",
    "arxiv",
  ]);
});

test("references that were wrapped are put together where empty lines part them", () => {
  const list =
    "Cho, J. (2003). Ferries and\ntheir bridges. Halden: Works.\n\nLie, K. (2004). Tides\nand time. Oslo: Press.";
  expect(whatIsPasted(list).map(({ value }) => value)).toEqual([
    "Cho, J. (2003). Ferries and their bridges. Halden: Works.",
    "Lie, K. (2004). Tides and time. Oslo: Press.",
  ]);
});

test("nothing that was pasted is lost, whatever it is", () => {
  const words = (text: string) => text.replace(/[\s\ufeff]|^<|>$/gu, "");
  const kept = fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
    const found = whatIsPasted(text);
    for (const one of found) if (one.kind === "line") expect(words(text)).toContain(words(one.text));
    return found.length > 0 || text.replace(/^\ufeff/u, "").trim() === "";
  });
  expect(fc.check(kept, { numRuns: 300 })).toMatchObject({ failed: false });
});
