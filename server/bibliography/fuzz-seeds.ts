import type { SourceRecord } from "@/domain/source/record";
import { formats, writtenFormats } from "./formats";

const works: SourceRecord[] = [
  {
    type: "article-journal",
    title: "Perma: Scoping and Addressing “Link Rot” in H2O",
    marks: [{ field: "title", from: 39, to: 42, as: "nocase" }],
    author: [
      { family: "Zittrain", given: "Jonathan" },
      { literal: "Halden Works" },
      { family: "Mey", given: "Jan", "non-dropping-particle": "van der" },
    ],
    issued: { "date-parts": [[2014, 3, 4]] },
    "container-title": "Legal Information Management",
    volume: "14",
    issue: "2",
    page: "88-99",
    DOI: "10.1017/S1472669614000255",
    URL: "https://example.org/a?b=c&d=e",
    abstract: "First line.\nSecond line, 50 % of {links} \\ rot.",
    keyword: "links, rot",
  },
  {
    type: "thesis",
    title: "Why Links Rot",
    genre: "PhD thesis",
    publisher: "Universität Halden",
    issued: { "date-parts": [[1999], [2001]], circa: true },
    ISBN: "978-0-306-40615-7",
  },
  {
    type: "webpage",
    title: "שלום & <i>page</i>",
    accessed: { "date-parts": [[2024, 5, 3]] },
    issued: { "date-parts": [[2020]], season: 2 },
    note: "Noted",
  },
];

const endnoteXml = `<?xml version="1.0" encoding="UTF-8"?><xml><records>${[1, 2, 3]
  .map(
    (
      at,
    ) => `<record><database name="x.enl" path="/x.enl">x.enl</database><rec-number>${at}</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal" font="default" size="100%">Moreau, Ada</style></author></authors></contributors>
<titles><title><style face="normal">Links &amp; rot ${at}</style></title><secondary-title>Gazette</secondary-title></titles><periodical><full-title>Gazette</full-title></periodical>
<pages>1-9</pages><volume>3</volume><number>2</number><dates><year>2020</year><pub-dates><date>May 3</date></pub-dates></dates><electronic-resource-num>10.1000/182</electronic-resource-num>
<urls><related-urls><url>https://example.org/x</url></related-urls></urls></record>`,
  )
  .join("\n")}</records></xml>`;

const hand = `@string{jml = "Journal of " # {Links}}
@comment{not read}
@article{a, author = "Moreau, Ada and {Halden Works} and others", title = {{\\'E}tudes on $x^{2}_i$ -- \\emph{Drosophila} {HTML}}, journal = jml, year = 1999, month = "5~" # jan, crossref = {b}}
@proceedings{b, title = {All}, year = {c. 2011}, editor = {Ludwig van Beethoven}, xdata = {c}, pages = {1--38}, url = {\\url{https://a.example/x\\_y}}}
@xdata{c, publisher = {P}}
`;

/** A file of each format to start from. */
export const fuzzSeeds: readonly string[] = [
  ...writtenFormats.map((name) => {
    const { open, entry, between, close } = formats[name].write;
    return open + works.map((work, at) => entry(`key${at}`, work)).join(between) + close;
  }),
  endnoteXml,
  hand,
];
