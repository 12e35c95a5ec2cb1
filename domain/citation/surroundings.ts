import type { SourceRecord } from "@/domain/source/record";
import type { Run } from "./formatter";
import { dateOf, yearOf } from "./issued";
import { namesOf } from "./names";

const serials: readonly SourceRecord["type"][] = [
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "periodical",
  "review",
  "review-book",
];

/** What a source stands in: the journal with volume, number, date and pages, or the book with its editors and pages. */
export function containerOf(record: SourceRecord): Run[] {
  const container = record["container-title"];
  if (serials.includes(record.type)) return container ? serial(record, container) : [];
  if (!container) return [];
  const editors = namesOf(record.editor);
  const rest = [
    editors ? `edited by ${editors}` : "",
    record.volume ? `vol. ${record.volume}` : "",
    pagesOf(record.page),
  ];
  const tail = rest.filter(Boolean).map((text) => `, ${text}`);
  const inside = ["chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia", "figure"];
  const lead = inside.includes(record.type) ? [{ text: "In " }] : [];
  return [...lead, { text: container, italic: true }, ...(tail.length > 0 ? [{ text: tail.join("") }] : [])];
}

/** How a source was made: genre, edition, translator, series, the house and when; a serial's date is told with it. */
export function makeOf(record: SourceRecord): Run[] {
  if (serials.includes(record.type) && record["container-title"])
    return plain([record.genre, record.translator ? `Translated by ${namesOf(record.translator)}` : undefined]);
  const numbered = record.number ? `no. ${record.number}` : "";
  const genre = [record.genre ?? record.medium, numbered].filter(Boolean).join(" ");
  const volume = record.volume && !record["container-title"] ? `vol. ${record.volume}` : "";
  return plain([
    [genre, editionOf(record.edition), volume].filter(Boolean).join(", "),
    record.translator ? `Translated by ${namesOf(record.translator)}` : undefined,
    record["collection-title"],
    [record["event-title"], houseOf(record), whenOf(record)].filter(Boolean).join(", "),
  ]);
}

function serial(record: SourceRecord, container: string): Run[] {
  const volume = record.volume ? ` ${record.volume}` : "";
  const issue = record.issue ? `${volume ? "," : ""} no. ${record.issue}` : "";
  const date = dateOf(record.issued);
  const numbered = Boolean(volume || issue);
  const when = date ? (numbered ? ` (${date})` : `, ${date}`) : "";
  const pages = record.page ? (numbered ? `: ${spanned(record.page)}` : `, ${pagesOf(record.page)}`) : "";
  const text = `${volume}${issue}${when}${pages}`;
  return [{ text: container, italic: true }, ...(text ? [{ text }] : [])];
}

/** Place and house, unless the house was named already as author or as container. */
function houseOf(record: SourceRecord): string {
  const house = record.publisher ?? record.authority;
  if (house === record["container-title"] || house === namesOf(record.author)) return "";
  return [record["publisher-place"], house].filter(Boolean).join(": ");
}

const dayTold: readonly SourceRecord["type"][] = [
  "broadcast",
  "event",
  "hearing",
  "interview",
  "legal_case",
  "performance",
  "personal_communication",
  "post",
  "post-weblog",
  "speech",
  "webpage",
  "document",
  "regulation",
  "legislation",
  "bill",
  "treaty",
  "report",
];

const whenOf = (record: SourceRecord): string =>
  dayTold.includes(record.type) ? dateOf(record.issued) : yearOf(record.issued);

/** Each piece is a sentence of its own; the first letter is raised. */
function plain(pieces: readonly (string | undefined)[]): Run[] {
  const told = pieces.flatMap((piece) => (piece ? [piece.charAt(0).toUpperCase() + piece.slice(1)] : []));
  return told.length > 0 ? [{ text: told.map((piece) => piece.replace(/\.$/u, "")).join(". ") }] : [];
}

function editionOf(edition: string | undefined): string {
  if (!edition) return "";
  if (!/^\d+$/.test(edition)) return /ed(?:ition|n|\.)/i.test(edition) ? edition : `${edition} edition`;
  const last = /1[123]$/.test(edition) ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[edition.slice(-1)] ?? "th");
  return `${edition}${last} edition`;
}

function pagesOf(page: string | undefined): string {
  if (!page) return "";
  return /^\D/.test(page) && !/^[a-z]{0,2}\d/i.test(page)
    ? page
    : `${/[-–—,]/.test(page) ? "pp." : "p."} ${spanned(page)}`;
}

/** A span of pages with an en dash. */
const spanned = (page: string): string => page.replace(/(?<=\w)\s*[-–—]{1,2}\s*(?=\w)/gu, "–");
