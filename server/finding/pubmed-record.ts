import type { Notice, NoticeKind } from "@/domain/source/notice";
import type { SourceName } from "@/domain/source/record";
import { pmidOf } from "@/domain/source/pubmed";
import type { Loose } from "./keep-fields";
import { plainParagraphs, plainText } from "./plain-text";
import { dateFromText } from "./written-date";
import { all, children, wordsOf, type XmlElement } from "./xml";

/** The fields of a PubMed article or book (PubMed DTD): names with suffix or of a group, titles in brackets, MedlineDate. */
export function pubmedFields(article: XmlElement): Loose {
  const book = all(article, "Book")[0];
  const journal = all(article, "Journal")[0];
  const authors = all(article, "AuthorList").filter((list) => list.getAttribute("Type") !== "editors")[0];
  const editors = all(article, "AuthorList").find((list) => list.getAttribute("Type") === "editors");
  const title = wordsOf(article, "ArticleTitle") ?? wordsOf(article, "VernacularTitle");
  const bookTitle = wordsOf(book, "BookTitle");
  return {
    type: book ? (title ? "chapter" : "book") : "article-journal",
    title: titleFrom(title ?? bookTitle),
    author: peopleIn(authors),
    editor: peopleIn(editors),
    issued: issuedOf(article),
    "container-title": book ? (title ? bookTitle : undefined) : wordsOf(journal, "Title"),
    publisher: wordsOf(book, "PublisherName"),
    "publisher-place": wordsOf(book, "PublisherLocation"),
    volume: wordsOf(journal, "Volume"),
    issue: wordsOf(journal, "Issue"),
    page: pagesOf(all(article, "Pagination")[0]) ?? idOf(article, "pii", /^e?\d{1,8}$/u),
    DOI: idOf(article, "doi", /^10\./u),
    PMID: children(all(article, "MedlineCitation")[0] ?? all(article, "BookDocument")[0], "PMID")[0]?.textContent,
    PMCID: idOf(article, "pmc", /^PMC/iu),
    ISBN: wordsOf(book, "Isbn"),
    ISSN: wordsOf(journal, "ISSN"),
    language: languageOf(wordsOf(article, "Language")),
    abstract: abstractOf(article),
  };
}

/** What PubMed tells of an article in its "comments and corrections", and in its kinds of publication. */
export function noticesFromPubmed(article: XmlElement, pmid: string): Notice[] {
  const of = { scheme: "pmid", value: pmid } as const;
  const notices = all(article, "CommentsCorrections").flatMap((comment): Notice[] => {
    const kind = references[comment.getAttribute("RefType") ?? ""];
    if (!kind) return [];
    const source = wordsOf(comment, "RefSource") ?? "";
    const notice = pmidOf(wordsOf(comment, "PMID") ?? "");
    const parts = dateFromText(/\b\d{4}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?\b/u.exec(source)?.[0] ?? "")?.["date-parts"][0];
    const day = parts?.length === 3 ? parts.map((part) => String(part).padStart(2, "0")).join("-") : null;
    return [{ of, kind, notice: notice ?? (source === "" ? null : source.slice(0, 300)), noticedOn: day }];
  });
  const types = all(article, "PublicationType").map((type) => type.textContent?.trim());
  if (types.includes("Retracted Publication") && !notices.some(({ kind }) => kind === "retracted"))
    notices.push({ of, kind: "retracted", notice: null, noticedOn: null });
  return notices;
}

const references: Readonly<Record<string, NoticeKind>> = {
  RetractionIn: "retracted",
  PartialRetractionIn: "retracted",
  ExpressionOfConcernIn: "concern",
  ErratumIn: "corrected",
  CorrectedandRepublishedIn: "corrected",
};

/** First and last page in full, else as Medline shortens them ("1101-8"). */
function pagesOf(pagination: XmlElement | undefined): string | undefined {
  const [first, last] = [wordsOf(pagination, "StartPage"), wordsOf(pagination, "EndPage")];
  if (first && last) return first === last ? first : `${first}-${last}`;
  return wordsOf(pagination, "MedlinePgn") ?? first;
}

/** PubMed ends titles with a stop and puts those it translated into brackets. */
const titleFrom = (title: string | undefined): string | undefined =>
  title === undefined
    ? undefined
    : plainText(title)
        .replace(/^\[(.*)\]\.?$/u, "$1")
        .replace(/(?<!\.)\.$/u, "");

function peopleIn(list: XmlElement | undefined): SourceName[] | undefined {
  const people = all(list, "Author").flatMap((author): SourceName[] => {
    const group = wordsOf(author, "CollectiveName");
    if (group) return [{ literal: group.replace(/\.$/u, "") }];
    const family = wordsOf(author, "LastName");
    if (!family || author.getAttribute("ValidYN") === "N") return [];
    const given = wordsOf(author, "ForeName") ?? wordsOf(author, "Initials");
    const suffix = wordsOf(author, "Suffix");
    if (!given && !suffix) return [{ literal: family }];
    return [{ family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) }];
  });
  return people.length > 0 ? people : undefined;
}

/** The day of the issue; where that names a month or a year only, it is not made finer by the day of the web version. */
function issuedOf(article: XmlElement) {
  const issue = all(all(article, "JournalIssue")[0] ?? all(article, "Book")[0], "PubDate")[0];
  const electronic = all(article, "ArticleDate")[0];
  for (const date of [issue, electronic]) {
    const written = [wordsOf(date, "Year"), wordsOf(date, "Month"), wordsOf(date, "Day")].filter(Boolean);
    const text =
      wordsOf(date, "MedlineDate") ??
      (/^\d+$/u.test(written[1] ?? "") ? written.map((part) => part?.padStart(2, "0")).join("-") : written.join(" "));
    const read = dateFromText(text);
    if (read) return read;
  }
  return undefined;
}

function idOf(article: XmlElement, type: string, form: RegExp): string | undefined {
  const lists = all(article, "ArticleIdList").filter((list) => !isWithin(list, "Reference"));
  const ids = [...lists.flatMap((list) => children(list, "ArticleId")), ...all(article, "ELocationID")];
  const found = ids.find((id) => (id.getAttribute("IdType") ?? id.getAttribute("EIdType")) === type);
  const text = found?.textContent?.trim() ?? "";
  return form.test(text) ? text : undefined;
}

/** The lists of references carry identifiers too, but of other works. */
function isWithin(element: XmlElement, name: string): boolean {
  let parent: unknown = element.parentNode;
  while (typeof parent === "object" && parent !== null) {
    if ("tagName" in parent && parent.tagName === name) return true;
    parent = "parentNode" in parent ? parent.parentNode : null;
  }
  return false;
}

function abstractOf(article: XmlElement): string | undefined {
  const parts = all(all(article, "Abstract")[0], "AbstractText").flatMap((part) => {
    const words = plainParagraphs(part.textContent ?? "");
    const label = part.getAttribute("Label");
    return words === "" ? [] : [label ? `${label}: ${words}` : words];
  });
  return parts.length > 0 ? parts.join("\n\n") : undefined;
}

/** ISO 639-2 as PubMed has it to the shorter form that CSL's locales begin with. */
const languageOf = (code: string | undefined): string | undefined => (code ? (languages[code] ?? code) : undefined);

const languages: Readonly<Record<string, string>> = {
  eng: "en",
  ger: "de",
  fre: "fr",
  spa: "es",
  ita: "it",
  dut: "nl",
  por: "pt",
  rus: "ru",
  chi: "zh",
  jpn: "ja",
  nor: "no",
  swe: "sv",
  dan: "da",
  pol: "pl",
};
