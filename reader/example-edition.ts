import type { Node } from "prosemirror-model";
import { type CitationItem, itemOf } from "@/domain/citation/item";
import { schema } from "@/domain/document/schema";
import { ArticleId, EditionId, ReferenceId } from "@/domain/ids";
import type { EditionView } from "@/domain/publishing/edition";
import { SourceRecord } from "@/domain/source/record";

/** A made-up article of a made-up house for tests: every node and mark, ranges, locators, quotes, three editions. */
export function exampleEdition(change: Partial<EditionView> = {}): EditionView {
  return {
    site: { name: "The Saltmarsh", tagline: "Tides, towns and what they cost", baseUrl: "https://saltmarsh.example" },
    articleId: ArticleId.parse(exampleId(900)),
    editionId: EditionId.parse(exampleId(901)),
    slug: "the-mill-that-runs-on-the-moon",
    number: 2,
    kind: "correction",
    title: "The mill that runs on the moon",
    standfirst: "A tide mill on the estuary grinds again. Its keepers kept the books that explain how.",
    byline: "Ines Calder",
    publishedAt: "2026-11-23T09:30:00.000Z",
    note: "The first edition gave the fall of the pond in feet. It is in metres.",
    parts: exampleParts(),
    references: exampleRecords.map((record, index) => ({ id: referenceId(index + 1), record })),
    citations: null,
    approvers: ["Tomas Hale", "Ruth Okafor"],
    editions: [
      {
        number: 1,
        kind: "first",
        slug: "the-mill-that-runs-on-the-moon",
        publishedAt: "2026-11-20T08:00:00.000Z",
        note: null,
      },
      {
        number: 2,
        kind: "correction",
        slug: "the-mill-that-runs-on-the-moon",
        publishedAt: "2026-11-23T09:30:00.000Z",
        note: "The first edition gave the fall of the pond in feet. It is in metres.",
      },
    ],
    links: new Map([[linked, { slug: "what-a-sluice-knows", title: "What a sluice knows" }]]),
    ...change,
  };
}

export const exampleId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const referenceId = (number: number): ReferenceId => ReferenceId.parse(exampleId(number));
const linked = ArticleId.parse(exampleId(950));

const exampleRecords: SourceRecord[] = [
  {
    type: "book",
    title: "Working by the Moon",
    author: [{ family: "Arden", given: "Mary" }],
    publisher: "Quay Press",
    "publisher-place": "Southport",
    issued: { "date-parts": [[1998]] },
    ISBN: "9780000000002",
  },
  {
    type: "article-journal",
    title: "Head and flow in small tidal basins",
    author: [
      { family: "Lindqvist", given: "Per" },
      { family: "Moreau", given: "Anne" },
    ],
    "container-title": "Estuary Engineering",
    volume: "12",
    issue: "3",
    page: "201-219",
    issued: { "date-parts": [[2011, 9]] },
    DOI: "10.5555/tide.2011.12.3",
  },
  {
    type: "webpage",
    title: "Tide tables for the inner harbour",
    author: [{ literal: "Harbour Office" }],
    issued: { "date-parts": [[2026, 1, 4]] },
    accessed: { "date-parts": [[2026, 11, 12]] },
    URL: "https://harbour.example/tables/inner-harbour/2026?station=mill-creek",
  },
  {
    type: "article-newspaper",
    title: "Who owns the pond?",
    "container-title": "Creek Observer",
    issued: { "date-parts": [[2024, 5, 17]] },
    page: "4",
  },
  {
    type: "interview",
    title: "Conversation with the keepers of the mill",
    author: [{ family: "Calder", given: "Ines" }],
    issued: { "date-parts": [[2026, 10, 2]] },
  },
].map((record) => SourceRecord.parse(record));

let nextId = 1000;
const text = (words: string, ...marks: string[]): Node =>
  schema.text(
    words,
    marks.map((mark) => schema.mark(mark)),
  );
const node = (type: string, ...content: (Node | string)[]): Node =>
  schema.node(
    type,
    null,
    content.map((child) => (typeof child === "string" ? text(child) : child)),
  );
const p = (...content: (Node | string)[]): Node => node("paragraph", ...content);

/** A citation of references by number; an item may bring a locator and a quote. */
export const cite = (...items: (number | [number, Partial<CitationItem>])[]): Node =>
  schema.node("citation", {
    id: exampleId(nextId++),
    items: items.map((item) =>
      typeof item === "number" ? itemOf(referenceId(item)) : { ...itemOf(referenceId(item[0])), ...item[1] },
    ),
  });

/** A section of the example with a heading and blocks. */
export const section = (heading: string, ...blocks: Node[]): Node =>
  schema.node("section", { id: exampleId(nextId++) }, [node("heading", ...(heading ? [heading] : [])), ...blocks]);

/** A front of plain words. */
export const front = (title: string, standfirst: string, byline: string): Node =>
  schema.node("front", { id: exampleId(nextId++) }, [
    node("title", ...(title ? [title] : [])),
    node("standfirst", ...(standfirst ? [standfirst] : [])),
    node("byline", ...(byline ? [byline] : [])),
  ]);

export { node, p, text };

function exampleParts(): Node[] {
  return [
    front(
      "The mill that runs on the moon",
      "A tide mill on the estuary grinds again. Its keepers kept the books that explain how.",
      "Ines Calder",
    ),
    section(
      "",
      p(
        "Twice a day the creek fills a pond behind a brick dam, and twice a day the pond has to leave. For four centuries",
        cite([1, { locator: "12-14", label: "page" }]),
        " a wheel has stood in its way. It was the only engine in the parish that asked for neither wind nor coal, and the only one that kept lunar hours.",
        cite(1, 2),
      ),
      p(
        "The keepers grind when the tables say so",
        cite([3, { quote: "The mill may open its gates from two hours after high water." }]),
        ", which is seldom when a baker would like them to.",
      ),
    ),
    section(
      "How the pond does its work",
      p(
        "A basin of this size stores little and releases it slowly; what it offers is ",
        text("regularity", "em"),
        ". Measurements over eleven seasons put the usable head between 1.1 and 1.9 metres, with the ",
        text("neap tides", "strong"),
        " at the lower end.",
        cite(
          [2, { locator: "207", label: "page", quote: "usable head did not fall below 1.1 m at any neap" }],
          3,
          4,
          5,
        ),
        " The arithmetic is old: the work is the weight of the water times its fall, or E = mgh, with h in metres",
        text("2", "sup"),
        " nowhere in it and H",
        text("2", "sub"),
        "O everywhere.",
      ),
      node("subheading", "Three things a miller watches"),
      node(
        "bulletList",
        node("listItem", p("The gates, which must shut ", text("before", "em"), " the tide turns.")),
        node("listItem", p("The stones, dressed every ninety hours.", cite(5))),
        node("listItem", p("The ledger."), p("It is the only part of the mill that has never been replaced.")),
      ),
      schema.node("table", null, [
        node("caption", "A night at the mill, by tide.", cite(5)),
        node("tableRow", node("tableHeader", "Tide"), th("Head, m"), th("Hours a day"), th("Flour, kg")),
        node("tableRow", node("tableCell", "Spring"), td("1.9"), td("7½"), td("310")),
        node("tableRow", node("tableCell", "Neap"), td("1.1"), td("5"), td("140")),
      ]),
    ),
    section(
      "Who owns the water",
      p(
        "The pond is ",
        schema.text("leased", [schema.mark("link", { href: "https://harbour.example/leases" })]),
        " by the year, and the lease says nothing of the moon. In 2024 a neighbour asked who the water belonged to between tides.",
        cite(4),
        " The keepers' answer was to open the books, as ",
        schema.text("another mill had done", [schema.mark("articleLink", { article: linked })]),
        ".",
      ),
      node("blockquote", p("We do not own it. We are only ever next to it when it leaves.", cite([5, {}]))),
      p("Their record of a night's work is terse:"),
      schema.node("codeBlock", { language: "text" }, [
        text("02:10 gates open   head 1.62\n05:40 gates shut   41 sacks"),
      ]),
    ),
    section(
      "What the books will not settle",
      p(
        "A ledger shows what was ground, ",
        text("not what it was worth", "strike"),
        " and not to whom. The next entry is due at ",
        text("04:25", "code"),
        ".",
        cite(3),
        node("hardBreak"),
        "After that, high water will be fifty minutes later, as it always is.",
      ),
      schema.node(
        "figure",
        {
          address: "pictures/gates.jpg",
          alt: "The gates, half shut, from the bank.",
          credit: "Photograph: Ines Calder",
        },
        [node("caption", "The gates at the turn of the tide.", cite(4))],
      ),
      node("horizontalRule"),
      schema.node("orderedList", { start: 3 }, [node("listItem", p("A third question, kept for the spring."))]),
    ),
  ];
}

const th = (words: string): Node => schema.node("tableHeader", { align: "right" }, [text(words)]);
const td = (words: string): Node => schema.node("tableCell", { align: "right" }, [text(words)]);
