import type { SourceRecord } from "@/domain/source/record";
import type { Loose } from "./keep-fields";
import { at, listOf, textOf } from "./loose";
import { plainParagraphs, plainText } from "./plain-text";
import { dateFromText } from "./written-date";

/** The fields of an item as Zotero's web API and its translators write it. */
export function zoteroFields(item: Record<string, unknown>): Loose {
  const one = (...names: string[]) => names.map((name) => textOf(item[name])).find((text) => text !== undefined);
  return {
    type: types[one("itemType") ?? ""] ?? "document",
    title: one("title", "caseName", "nameOfAct", "subject"),
    author: people(item, authors),
    editor: people(item, new Set(["editor", "seriesEditor"])),
    translator: people(item, new Set(["translator"])),
    issued: dateFromText(one("date", "dateDecided", "dateEnacted", "issueDate") ?? ""),
    accessed: dateFromText(one("accessDate") ?? ""),
    "container-title": one(
      "publicationTitle",
      "bookTitle",
      "proceedingsTitle",
      "encyclopediaTitle",
      "dictionaryTitle",
      "websiteTitle",
      "blogTitle",
      "forumTitle",
      "programTitle",
    ),
    "collection-title": one("series", "seriesTitle"),
    "event-title": one("conferenceName", "meetingName"),
    publisher: one("publisher", "institution", "university", "repository", "company", "network", "studio"),
    "publisher-place": one("place"),
    volume: one("volume", "codeVolume"),
    issue: one("issue"),
    number: one("reportNumber", "patentNumber", "billNumber", "publicLawNumber", "docketNumber", "archiveID"),
    page: one("pages", "codePages"),
    edition: one("edition", "versionNumber"),
    genre: one("thesisType", "reportType", "genre", "websiteType"),
    archive: one("archive"),
    archive_location: one("archiveLocation"),
    DOI: one("DOI"),
    ISBN: firstOf(item["ISBN"]),
    ISSN: firstOf(item["ISSN"]),
    PMID: one("PMID") ?? /^PMID:\s*(\d+)/imu.exec(one("extra") ?? "")?.[1],
    PMCID: one("PMCID") ?? /^PMCID:\s*(PMC\d+)/imu.exec(one("extra") ?? "")?.[1],
    URL: one("url"),
    language: one("language"),
    abstract: plainParagraphs(one("abstractNote") ?? ""),
  };
}

const types: Readonly<Record<string, SourceRecord["type"]>> = {
  journalArticle: "article-journal",
  magazineArticle: "article-magazine",
  newspaperArticle: "article-newspaper",
  preprint: "article",
  book: "book",
  bookSection: "chapter",
  conferencePaper: "paper-conference",
  encyclopediaArticle: "entry-encyclopedia",
  dictionaryEntry: "entry-dictionary",
  thesis: "thesis",
  report: "report",
  webpage: "webpage",
  blogPost: "post-weblog",
  forumPost: "post",
  dataset: "dataset",
  computerProgram: "software",
  statute: "legislation",
  bill: "bill",
  case: "legal_case",
  hearing: "hearing",
  patent: "patent",
  standard: "standard",
  map: "map",
  artwork: "graphic",
  film: "motion_picture",
  videoRecording: "motion_picture",
  audioRecording: "song",
  podcast: "broadcast",
  radioBroadcast: "broadcast",
  tvBroadcast: "broadcast",
  presentation: "speech",
  interview: "interview",
  letter: "personal_communication",
  manuscript: "manuscript",
};

const authors: ReadonlySet<string> = new Set([
  "author",
  "artist",
  "director",
  "programmer",
  "inventor",
  "presenter",
  "podcaster",
  "cartographer",
  "sponsor",
  "interviewee",
]);

function people(item: Record<string, unknown>, roles: ReadonlySet<string>): unknown[] | undefined {
  const names = listOf(item["creators"])
    .filter((creator) => roles.has(textOf(at(creator, "creatorType")) ?? ""))
    .map((creator) => {
      const [family, given] = [textOf(at(creator, "lastName")), textOf(at(creator, "firstName"))];
      if (family && given) return { family: plainText(family), given: plainText(given) };
      return { literal: plainText(textOf(at(creator, "name")) ?? family ?? given ?? "") };
    });
  return names.length > 0 ? names : undefined;
}

/** Citoid has lists where Zotero has words. */
const firstOf = (value: unknown): string | undefined =>
  listOf(value)
    .flatMap((one) => textOf(one) ?? [])
    .slice(0, 4)
    .join(" ") || undefined;
