import { doiOf } from "@/domain/source/doi";
import type { SourceRecord } from "@/domain/source/record";
import type { Loose } from "./keep-fields";
import { at, firstText, listOf, textOf } from "./loose";
import { nameFromParts } from "./written-name";
import { plainParagraphs, plainText } from "./plain-text";
import { dateFromParts } from "./written-date";

/** The fields of a Crossref work (REST API): lists of titles, `date-parts` with nothing in them, and all its types. */
export function crossrefFields(work: Record<string, unknown>): Loose {
  const type = types[textOf(work["type"]) ?? ""] ?? "document";
  const { container, series } = containersOf(work, type);
  const isPreprint = work["type"] === "posted-content";
  const pages = firstText(work["page"]) ?? firstText(work["article-number"]);
  return {
    type: isPreprint && work["subtype"] === "dissertation" ? "thesis" : type,
    title: titleOf(work),
    author: people(work["author"]),
    editor: people(work["editor"]),
    translator: people(work["translator"]),
    issued: issuedOf(work),
    "container-title": container,
    "collection-title": series,
    "event-title": textOf(at(work["event"], "name")),
    publisher: publisherOf(work, type),
    "publisher-place": textOf(work["publisher-location"]),
    volume: textOf(work["volume"]),
    issue: textOf(work["issue"]) ?? textOf(at(work["journal-issue"], "issue")),
    page: pages,
    edition: textOf(work["edition-number"]),
    number: firstText(work["report-number"]),
    genre: type === "thesis" ? firstText(work["degree"]) : isPreprint ? "Preprint" : undefined,
    DOI: textOf(work["DOI"]),
    ISBN: numbersOf(
      work["ISBN"],
      type === "book" || type === "chapter" || type === "paper-conference" || type === "report",
    ),
    ISSN: numbersOf(work["ISSN"], true),
    URL: textOf(at(work["resource"], "primary", "URL")) ?? addressOf(work["URL"]),
    language: textOf(work["language"]),
    abstract: plainParagraphs(textOf(work["abstract"]) ?? ""),
  };
}

const types: Readonly<Record<string, SourceRecord["type"]>> = {
  "journal-article": "article-journal",
  "posted-content": "article",
  "book-chapter": "chapter",
  "book-section": "chapter",
  "book-part": "chapter",
  "book-track": "chapter",
  "reference-entry": "entry-encyclopedia",
  book: "book",
  monograph: "book",
  "edited-book": "book",
  "reference-book": "book",
  "book-set": "book",
  "book-series": "book",
  proceedings: "book",
  "proceedings-series": "book",
  "proceedings-article": "paper-conference",
  dissertation: "thesis",
  report: "report",
  "report-component": "report",
  "report-series": "report",
  dataset: "dataset",
  database: "dataset",
  standard: "standard",
  "peer-review": "review",
  journal: "periodical",
  "journal-volume": "periodical",
  "journal-issue": "periodical",
  // CSL's own names, as content negotiation gives them.
  "article-journal": "article-journal",
  article: "article",
  chapter: "chapter",
  "paper-conference": "paper-conference",
  thesis: "thesis",
  webpage: "webpage",
};

/** The title with its subtitle, unless it has that in it already. */
function titleOf(work: Record<string, unknown>): string | undefined {
  const title = plainText(firstText(work["title"]) ?? firstText(work["original-title"]) ?? "");
  const subtitle = plainText(firstText(work["subtitle"]) ?? "");
  if (!title || !subtitle || title.toLowerCase().includes(subtitle.toLowerCase())) return title || undefined;
  return /[?!.:]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** A chapter in a series has two: the series first, then the book (as Crossref deposits them). */
function containersOf(work: Record<string, unknown>, type: SourceRecord["type"]) {
  const titles = listOf(work["container-title"]).flatMap((title) => textOf(title) ?? []);
  const inBook = type === "chapter" || type === "paper-conference" || type.startsWith("entry");
  if (inBook && titles.length > 1) return { container: titles.at(-1), series: titles[0] };
  if (type === "book" || type === "report") return { container: undefined, series: titles[0] };
  return { container: titles[0], series: undefined };
}

/** The earliest day that the work was out, as told to the day; else what is told at all. */
function issuedOf(work: Record<string, unknown>) {
  const dates = ["issued", "published", "published-print", "published-online", "posted", "approved"].flatMap(
    (name) => dateFromParts(at(work[name], "date-parts")) ?? [],
  );
  const [first] = dates;
  const year = first?.["date-parts"][0]?.[0];
  const month = first?.["date-parts"][0]?.[1];
  const finer = dates.find(({ "date-parts": [parts] }) => {
    const more = (parts?.length ?? 0) > (first?.["date-parts"][0]?.length ?? 0);
    return more && parts?.[0] === year && (month === undefined || parts?.[1] === month);
  });
  return finer ?? first;
}

/** A thesis is published by its university, a preprint by its server, a standard by its body, whoever deposited it. */
function publisherOf(work: Record<string, unknown>, type: SourceRecord["type"]): string | undefined {
  const institution = textOf(at(listOf(work["institution"])[0], "name"));
  const body = textOf(at(work["standards-body"], "name"));
  if ((type === "thesis" || work["type"] === "posted-content") && institution) return institution;
  return body ?? textOf(work["publisher"]) ?? institution;
}

const people = (value: unknown): unknown[] | undefined => {
  const names = listOf(value).map((name) => nameFromParts(name) ?? name);
  return names.length > 0 ? names : undefined;
};

/** An address that only leads to the resolver says nothing that the DOI does not say. */
const addressOf = (value: unknown): string | undefined => {
  const address = textOf(value);
  return address && doiOf(address) === null ? address : undefined;
};

/** Numbers with their resolvers off, each once, a space between. */
function numbersOf(value: unknown, wanted: boolean): string | undefined {
  const numbers = listOf(value).flatMap((number) => textOf(number)?.replace(/^https?:\/\/\S*\//u, "") ?? []);
  return wanted && numbers.length > 0 ? [...new Set(numbers)].slice(0, 20).join(" ") : undefined;
}
