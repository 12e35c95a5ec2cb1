import { isObject } from "@/domain/json";
import { markedFields, sourceTypes } from "@/domain/source/record";
import { readYearMonth } from "@/server/bibliography/bibtex/dates";
import { dateFromEdtf } from "@/server/bibliography/edtf";
import { type Settled, settled } from "@/server/bibliography/settle";
import { marksFromTags } from "./tags";

/**
 * Makes a record of one entry of CSL-JSON (CSL 1.0.2) field by field, forgiving numbers for words, `raw` dates and names in
 * one piece; what is unknown or unreadable is left out and named.
 */
export function recordFromCsl(entry: Readonly<Record<string, unknown>>): Settled {
  const draft: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [given, value] of Object.entries(entry)) {
    const field = older.get(given) ?? given;
    if (silent.has(field) || value === null || value === undefined || value === "") continue;
    if (field === "type") draft["type"] = typeOf(value);
    else if (dates.has(field)) draft[field] = dateOf(value);
    else if (Array.isArray(value)) draft[field] = value.map(nameOf);
    else draft[field] = typeof value === "number" ? String(value) : value;
    if (field !== "type" && draft[field] === null) left.push(field);
  }
  if (!draft["type"]) {
    if (entry["type"]) left.push("type");
    draft["type"] = "document";
  }
  const marks = markedFields.flatMap((field) => {
    const source = draft[field];
    if (typeof source !== "string") return [];
    const { text, marks: read } = marksFromTags(source.trim());
    draft[field] = text;
    return read.map((mark) => ({ field, ...mark }));
  });
  if (marks.length > 0) draft["marks"] = marks.slice(0, 200);
  return settled(draft, left);
}

/** Fields that are about the entry rather than the work. */
const silent: ReadonlySet<string> = new Set(["id", "citation-key", "citation-label", "_graph", "categories"]);
/** Names of before CSL 1.0.2. */
const older: ReadonlyMap<string, string> = new Map([
  ["shortTitle", "title-short"],
  ["journalAbbreviation", "container-title-short"],
  ["event", "event-title"],
]);
const dates: ReadonlySet<string> = new Set([
  "issued",
  "accessed",
  "event-date",
  "original-date",
  "submitted",
  "available-date",
]);

const typeOf = (value: unknown): string | undefined =>
  sourceTypes.find((type) => type === value) ?? typeNames[String(value)];
const typeNames: Readonly<Record<string, string>> = {
  article_journal: "article-journal",
  "web-page": "webpage",
  classic: "book",
};

function nameOf(value: unknown): unknown {
  if (typeof value === "string") return { literal: value };
  if (!isObject(value)) return value;
  const { family, given, literal, suffix } = value;
  if (literal && !family) return { literal };
  const parts = {
    family: family || given,
    given: family ? given : undefined,
    suffix,
    "non-dropping-particle": value["non-dropping-particle"],
    "dropping-particle": value["dropping-particle"],
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}

/** Date parts as numbers; a `raw` or `literal` date is read where it says a year. */
function dateOf(value: unknown): unknown {
  if (typeof value === "string" || typeof value === "number") return written(String(value));
  if (!isObject(value)) return null;
  const parts = value["date-parts"];
  const literal = typeof value["literal"] === "string" && value["literal"].trim() ? value["literal"] : undefined;
  if (!Array.isArray(parts) || parts.length === 0) return written(String(value["raw"] ?? literal ?? ""));
  const season = Number(value["season"]);
  return {
    "date-parts": parts.map((date: unknown) =>
      Array.isArray(date) ? date.filter((part) => part !== null && part !== "").map(Number) : date,
    ),
    ...(season >= 1 && season <= 4 ? { season } : {}),
    ...(value["circa"] && value["circa"] !== "false" ? { circa: true } : {}),
    ...(literal ? { literal } : {}),
  };
}

function written(text: string): unknown {
  return dateFromEdtf(text) ?? readYearMonth(text.slice(0, 200), "", "").date;
}
