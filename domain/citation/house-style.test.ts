import { expect, test } from "vitest";
import { SourceRecord, sourceTypes } from "@/domain/source/record";
import { houseStyle } from "./house-style";
import { locatorOf } from "./locator";

/** The entry with italics as *…* and links as <…>. */
const entry = (record: object): string =>
  houseStyle
    .entry(SourceRecord.parse(record))
    .map(({ text, italic, href }) => (href ? `<${text}>` : italic ? `*${text}*` : text))
    .join("");

const lee = { family: "Lee", given: "Ann" };
const ek = { family: "Ek", given: "Bo", "non-dropping-particle": "van" };

test("a journal article gives volume, issue, month and pages", () => {
  expect(
    entry({
      type: "article-journal",
      title: "Small basins",
      author: [lee, ek],
      "container-title": "Tides",
      volume: "12",
      issue: "3",
      page: "201-19",
      issued: { "date-parts": [[2011, 9]] },
      DOI: "https://doi.org/10.5555/t.1",
    }),
  ).toBe("Ann Lee and Bo van Ek. “Small basins.” *Tides* 12, no. 3 (September 2011): 201–19. <doi.org/10.5555/t.1>");
});

test("a newspaper article gives its day and page", () => {
  expect(
    entry({
      type: "article-newspaper",
      title: "Who owns the pond?",
      "container-title": "Creek Observer",
      page: "4",
      issued: { "date-parts": [[2024, 5, 17]] },
    }),
  ).toBe("“Who owns the pond?” *Creek Observer*, 17 May 2024, p. 4.");
});

test("a book gives edition, place, house and year", () => {
  expect(
    entry({
      type: "book",
      title: "Working by the Moon",
      editor: [lee, ek],
      edition: "2",
      publisher: "Quay Press",
      "publisher-place": "Southport",
      issued: { "date-parts": [[1998]] },
      ISBN: "9780000000002",
    }),
  ).toBe(
    "Ann Lee and Bo van Ek (eds). *Working by the Moon*. 2nd edition. Southport: Quay Press, 1998. ISBN 9780000000002.",
  );
});

test("a chapter says in which book, by which editors, on which pages", () => {
  expect(
    entry({
      type: "chapter",
      title: "Sluices",
      author: [lee],
      editor: [ek],
      "container-title": "Mills",
      page: "3--9",
      publisher: "Quay Press",
      issued: { "date-parts": [[1999]] },
    }),
  ).toBe("Ann Lee. “Sluices.” In *Mills*, edited by Bo van Ek, pp. 3–9. Quay Press, 1999.");
});

test("a web page gives its day, its address and when it was seen", () => {
  expect(
    entry({
      type: "webpage",
      title: "Tables",
      author: [{ literal: "Harbour Office" }],
      publisher: "Harbour Office",
      issued: { "date-parts": [[2026, 1, 4]] },
      accessed: { "date-parts": [[2026, 11, 12]] },
      URL: "https://www.harbour.example/tables/",
    }),
  ).toBe("Harbour Office. “Tables.” 4 January 2026. <harbour.example/tables>, seen 12 November 2026.");
});

test("a report gives its kind and number", () => {
  expect(
    entry({
      type: "report",
      title: "Spans",
      author: [{ literal: "Bridges Council" }],
      genre: "technical report",
      number: "12",
      issued: { "date-parts": [[2020]] },
    }),
  ).toBe("Bridges Council. *Spans*. Technical report no. 12. 2020.");
});

test("of more than six authors three are named", () => {
  const author = Array.from({ length: 9 }, (_, index) => ({ family: `F${index}`, given: "G" }));
  expect(entry({ type: "dataset", title: "Data", author })).toBe("G F0, G F1, G F2 and 6 others. *Data*.");
});

test("every type of source that the desk offers has an entry that names its title and ends in a stop", () => {
  for (const type of sourceTypes) {
    const line = entry({
      type,
      title: "A title",
      author: [lee],
      "container-title": "A container",
      issued: { "date-parts": [[2020, 1, 2]] },
    });
    expect(`${type}: ${line}`).toMatch(/A title.*2020.*(?<!\.)\.$/);
  }
});

test("a DOI that is none is not made a link", () => {
  const runs = houseStyle.entry(SourceRecord.parse({ type: "book", title: "T", DOI: "javascript:alert(1)" }));
  expect(runs.filter(({ href }) => href)).toEqual([]);
});

test("a DOI with characters that would end an address is encoded in its link", () => {
  const runs = houseStyle.entry(
    SourceRecord.parse({ type: "book", title: "T", DOI: '10.1002/(SICI)1097<1::AID>3.0.CO;2-"#' }),
  );
  expect(runs.find(({ href }) => href)?.href).toBe(
    "https://doi.org/10.1002/(SICI)1097%3C1%3A%3AAID%3E3.0.CO%3B2-%22%23",
  );
});

test("a locator is told in words", () => {
  expect(locatorOf({ locator: "12", label: "page" })).toBe("p. 12");
  expect(locatorOf({ locator: "12-14", label: null })).toBe("pp. 12–14");
  expect(locatorOf({ locator: "14:20", label: "timestamp" })).toBe("at 14:20");
  expect(locatorOf({ locator: null, label: "page" })).toBe("");
});
