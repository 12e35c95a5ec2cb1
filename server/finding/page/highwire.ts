import type { Loose } from "@/server/finding/keep-fields";
import { plainParagraphs } from "@/server/finding/plain-text";
import { dateFromText } from "@/server/finding/written-date";
import { nameFromText, namesFromText } from "@/server/finding/written-name";
import type { MetaTags } from "./meta-tags";

/** Highwire Press tags (`citation_…`), as Google Scholar asks publishers for them. */
export function highwire(meta: MetaTags): Loose {
  const tag = (...names: string[]) => meta.first(...names.map((name) => `citation_${name}`));
  const title = tag("title");
  if (!title) return {};
  const [first, last] = [tag("firstpage"), tag("lastpage")];
  const journal = tag("journal_title", "journal_abbrev");
  const book = tag("inbook_title", "book_title");
  const conference = tag("conference_title", "conference");
  const thesis = tag("dissertation_institution");
  const report = tag("technical_report_institution");
  const arxiv = tag("arxiv_id");
  return {
    type: typeOf({ journal, book, conference, thesis, report, arxiv, isbn: tag("isbn") }),
    title,
    author: people(meta, "citation_author", "citation_authors"),
    editor: people(meta, "citation_editor", "citation_editors"),
    issued: dateIn(meta, "publication_date", "date", "cover_date", "year", "online_date"),
    "container-title": journal ?? book ?? (conference && tag("proceedings_title")) ?? conference,
    "collection-title": tag("series_title"),
    "event-title": conference,
    publisher: thesis ?? report ?? tag("publisher") ?? (arxiv ? "arXiv" : undefined),
    volume: tag("volume"),
    issue: tag("issue"),
    number: tag("technical_report_number") ?? (arxiv ? `arXiv:${arxiv.replace(/^arxiv:/iu, "")}` : undefined),
    page: first && last && first !== last ? `${first}-${last}` : (first ?? tag("num")),
    DOI: tag("doi")?.replace(/^doi:\s*/iu, ""),
    ISBN: tag("isbn"),
    ISSN: meta.all("citation_issn", "citation_eissn").slice(0, 2).join(" "),
    PMID: tag("pmid"),
    PMCID: tag("pmcid"),
    language: tag("language"),
    abstract: plainParagraphs(tag("abstract") ?? ""),
  };
}

type Told = Record<"journal" | "book" | "conference" | "thesis" | "report" | "arxiv" | "isbn", string | undefined>;

function typeOf({ journal, book, conference, thesis, report, arxiv, isbn }: Told): Loose["type"] {
  if (thesis) return "thesis";
  if (report) return "report";
  if (conference) return "paper-conference";
  if (book) return "chapter";
  if (journal) return "article-journal";
  if (arxiv) return "article";
  return isbn ? "book" : undefined;
}

function people(meta: MetaTags, one: string, several: string) {
  const each = meta.all(one).flatMap((name) => (name.includes(";") ? namesFromText(name) : (nameFromText(name) ?? [])));
  const names = each.length > 0 ? each : meta.all(several).flatMap(namesFromText);
  return names.length > 0 ? names : undefined;
}

/** The finest of the dates that agree on the year of the first. */
function dateIn(meta: MetaTags, ...names: readonly string[]) {
  const dates = names.flatMap((name) => meta.all(`citation_${name}`)).flatMap((text) => dateFromText(text) ?? []);
  const year = dates[0]?.["date-parts"][0]?.[0];
  const same = dates.filter(({ "date-parts": [parts] }) => parts?.[0] === year);
  return same.toSorted((a, b) => (b["date-parts"][0]?.length ?? 0) - (a["date-parts"][0]?.length ?? 0))[0];
}
