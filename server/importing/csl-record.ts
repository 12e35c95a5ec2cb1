import { SourceRecord, sourceTypes } from "@/domain/source/record";

/** A record as far as it can be read, and in sentences what was left out; null when it has no title. */
export type CslRead = { record: SourceRecord | null; problems: string[] };

/**
 * Reads one entry of CSL-JSON (CSL 1.0.2) field by field, forgiving numbers for words, `raw` dates and names in one
 * piece; what is unknown or unreadable is left out and named.
 */
export function recordFromCsl(entry: unknown): CslRead {
  if (!isObject(entry)) return { record: null, problems: ["An entry is not a CSL-JSON object."] };
  const read: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [field, value] of Object.entries(entry)) {
    if (silent.has(field) || value === null || value === "") continue;
    const parsed = field in shape ? shape[field]?.safeParse(mended(field, value)) : undefined;
    if (parsed?.success) read[field] = parsed.data;
    else leftOut.push(field);
  }
  const title = typeof read["title"] === "string" ? `“${read["title"]}”` : "An entry";
  const problems: string[] = [];
  if (!("type" in read)) {
    read["type"] = "document";
    problems.push(`${title} has no type that the desk knows; it was read as a document.`);
  }
  const named = leftOut.filter((field) => field !== "type");
  if (named.length > 0) problems.push(`${title}: left out ${named.slice(0, 20).join(", ")}.`);
  const record = SourceRecord.safeParse(read);
  if (record.success) return { record: record.data, problems };
  return { record: null, problems: [...problems, `${title} cannot be a source without a title.`] };
}

const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }>> =
  SourceRecord.shape;
/** Fields that are about the entry rather than the work. */
const silent: ReadonlySet<string> = new Set(["id", "citation-key", "citation-label", "_graph", "categories", "source"]);

function mended(field: string, value: unknown): unknown {
  if (field === "type") return sourceTypes.find((type) => type === value) ?? typeNames[String(value)];
  if (field === "issued" || field === "accessed") return dateOf(value);
  if (Array.isArray(value) && names.has(field)) return value.map(nameOf);
  return typeof value === "number" ? String(value) : value;
}

const names: ReadonlySet<string> = new Set(["author", "editor", "translator"]);
const typeNames: Readonly<Record<string, string>> = { article_journal: "article-journal", "web-page": "webpage" };

function nameOf(value: unknown): unknown {
  if (typeof value === "string") return { literal: value };
  if (!isObject(value)) return value;
  const { family, given, literal, suffix } = value;
  if (literal) return { literal };
  if (family && !given && !value["non-dropping-particle"]) return { literal: family };
  const parts = {
    family,
    given,
    suffix,
    "non-dropping-particle": value["non-dropping-particle"],
    "dropping-particle": value["dropping-particle"],
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}

/** Date parts as numbers; a raw or literal date is read where it is "2014", "2014-06" or "2014-06-03". */
function dateOf(value: unknown): unknown {
  const given = isObject(value) ? (value["date-parts"] ?? value["raw"] ?? value["literal"]) : value;
  if (Array.isArray(given))
    return { "date-parts": given.map((date) => (Array.isArray(date) ? date.map(Number).filter(Boolean) : date)) };
  const [, year, month, day] = /^\s*(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/u.exec(String(given)) ?? [];
  return { "date-parts": [[year, month, day].filter(Boolean).map(Number)] };
}

/** Says whether a value has fields. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
