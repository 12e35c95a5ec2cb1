import { expect, test } from "vitest";
import { readEndnoteXml } from "./endnote-xml";
import { readRefer } from "./refer";
import { readRis, writeRis } from "./ris";

test("RIS of a publisher is read: people, pages, day, what it appeared in", () => {
  const { entries, failures } = readRis(`TY  - JOUR
AU  - Moreau, Ada
AU  - Roe, Sam, Jr.
AU  - Halden Works
TI  - Why links rot
T2  - The Gazette of
      Archives
PY  - 2014
DA  - 2014/03/04/
VL  - 14
IS  - 2
SP  - 88
EP  - 99
SN  - 1472-6696
DO  - https://doi.org/10.1017/S1472669614000255
KW  - links
KW  - rot
L1  - rot.pdf
ER  -
`);
  expect(failures).toEqual([]);
  expect(entries).toMatchObject([
    {
      leftOut: ["L1"],
      record: {
        type: "article-journal",
        title: "Why links rot",
        author: [
          { family: "Moreau", given: "Ada" },
          { family: "Roe", given: "Sam", suffix: "Jr." },
          { literal: "Halden Works" },
        ],
        "container-title": "The Gazette of Archives",
        issued: { "date-parts": [[2014, 3, 4]] },
        volume: "14",
        issue: "2",
        page: "88-99",
        ISSN: "1472-6696",
        DOI: "10.1017/S1472669614000255",
        keyword: "links, rot",
      },
    },
  ]);
});

test("an entry of RIS without an end, or without a title, costs no other", () => {
  const { entries, failures } = readRis(
    "AU  - Nobody\nTY  - BOOK\nTI  - One\nTY  - BOOK\nAU  - Roe, Sam\nER  - \nTY  - BOOK\nTI  - Three\nER  - \n",
  );
  expect(entries.map(({ record, line }) => [record.title, line])).toEqual([
    ["One", 2],
    ["Three", 7],
  ]);
  expect(failures.map(({ line }) => line)).toEqual([1, 4]);
});

test("abstracts keep their lines, and a line that looks like a tag stays text", () => {
  const abstract = "First.\nTY  - JOUR is how an entry begins.\nLast.";
  const { entries } = readRis(writeRis("k", { type: "book", title: "T", abstract }));
  expect(entries).toHaveLength(1);
  expect(entries[0]!.record.abstract).toBe(abstract);
});

test("EndNote's tagged entries are read, with or without their first line", () => {
  const { entries } = readRefer(
    "%0 Journal Article\n%A Moreau, Ada\n%T Why links rot\n%J Gazette\n%D 2020\n%N 3\n\n%T Another\n%0 Report\n%T Third\n%N 7\n",
  );
  expect(entries.map(({ record }) => [record.type, record.title, record.issue ?? record.number])).toEqual([
    ["article-journal", "Why links rot", "3"],
    ["document", "Another", undefined],
    ["report", "Third", "7"],
  ]);
});

test("EndNote's XML is read through its styles, and a broken record costs no other", () => {
  const record = (title: string) =>
    `<record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Moreau, Ada</style></author></authors></contributors><titles><title><style>Links </style><style face="italic">${title}</style></title><secondary-title>Gazette</secondary-title></titles><dates><year>2020</year></dates><custom7>x</custom7></record>`;
  const { entries, failures } = readEndnoteXml(
    `<?xml version="1.0"?><xml><records>${record("&amp; rot")}${record("<b")}${record("last")}</records></xml>`,
  );
  expect(entries.map(({ record: one }) => one.title)).toEqual(["Links & rot", "Links last"]);
  expect(entries[0]).toMatchObject({
    leftOut: ["custom7"],
    record: {
      author: [{ family: "Moreau", given: "Ada" }],
      "container-title": "Gazette",
      issued: { "date-parts": [[2020]] },
    },
  });
  expect(failures).toHaveLength(1);
});
