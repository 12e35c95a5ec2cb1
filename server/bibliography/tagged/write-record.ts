import type { SourceRecord } from "@/domain/source/record";
import { taggedDateOf } from "./dates";
import type { Meaning } from "./fields";
import { wordOfType } from "./kinds";
import { nameOf } from "./names";
import { isArticle } from "./read-record";

/** The lines of a record for a tagged format, each with its meaning; what such formats have no line for is not in them. */
export function linesOfRecord(key: string, record: SourceRecord, format: "ris" | "refer"): [Meaning, string][] {
  const { type, page = "" } = record;
  const [, first = page, last = ""] = /^([^\s-]+)-([^\s-]+)$/u.exec(page) ?? [];
  const pages: [Meaning, string | undefined][] =
    format === "ris"
      ? [
          ["first-page", first],
          ["last-page", last],
        ]
      : [["pages", page]];
  const conference = format === "ris" && record["event-title"] !== undefined && record["container-title"] !== undefined;
  const lines: [Meaning, string | undefined][] = [
    ["kind", wordOfType(type, format)],
    ["title", record.title],
    ["short-title", record["title-short"]],
    ...(record.author ?? []).map((name): [Meaning, string] => ["author", nameOf(name)]),
    ...(record.editor ?? []).map((name): [Meaning, string] => ["editor", nameOf(name)]),
    ...(record["collection-editor"] ?? []).map((name): [Meaning, string] => ["series-editor", nameOf(name)]),
    ...(record.translator ?? []).map((name): [Meaning, string] => ["translator", nameOf(name)]),
    ["year", record.issued ? String(record.issued["date-parts"][0]?.[0] ?? "") : undefined],
    ["date", record.issued ? taggedDateOf(record.issued) : undefined],
    [conference ? "proceedings-title" : isArticle(type) ? "journal" : "second-title", record["container-title"]],
    ["second-title", conference ? record["event-title"] : undefined],
    ["journal-short", record["container-title-short"]],
    ["series-title", record["collection-title"]],
    ["volume", record.volume],
    ["volumes", record["number-of-volumes"]],
    ["issue", record.issue],
    ["number", record.number],
    ...pages,
    ["section", type === "chapter" ? record["chapter-number"] : record.section],
    ["edition", type === "software" ? record.version : record.edition],
    ["publisher", record.publisher],
    ["place", record["publisher-place"]],
    ["genre", record.genre],
    ["doi", record.DOI],
    ["serial", record.ISBN],
    ["serial", record.ISSN],
    ["accession", record.PMID ? `PMID:${record.PMID}` : undefined],
    ["pmcid", record.PMCID],
    ["url", record.URL],
    ["accessed", record.accessed ? taggedDateOf(record.accessed) : undefined],
    ["call-number", record["call-number"]],
    ["archive", record.archive],
    ["archive-location", record.archive_location],
    ["reviewed", record["reviewed-title"]],
    ["language", record.language],
    ...(record.keyword ?? "").split(", ").map((word): [Meaning, string] => ["keyword", word]),
    ["abstract", record.abstract],
    ["note", record.note],
    ["key", key],
  ];
  return lines.flatMap(([meaning, value]): [Meaning, string][] => (value ? [[meaning, value]] : []));
}
