import { isObject } from "@/domain/json";
import type { SourceRecord } from "@/domain/source/record";
import { dateFromEdtf } from "@/server/bibliography/edtf";
import { settled } from "@/server/bibliography/settle";
import { plainWords } from "./plain-words";

/** A reference of a paper's own head as a record; the fields that have no place in one are named. */
export type YamlReference = { record: SourceRecord | null; leftOut: string[] };

/**
 * Reads an entry of `references:`: CSL-JSON as YAML writes it, with numbers for words, dates as a year, as EDTF or in
 * pandoc's older form (`{year: 2001}`), names in one piece, and Markdown in the words.
 */
export function recordOfYaml(value: unknown): YamlReference {
  if (!isObject(value)) return { record: null, leftOut: [] };
  const draft: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [field, said] of Object.entries(value)) {
    if (unread.has(field)) continue;
    const read = fieldOf(field, said);
    if (read === null) leftOut.push(field);
    else draft[field] = read;
  }
  draft["type"] ??= "document";
  const made = settled(draft, leftOut);
  return { record: "record" in made ? made.record : null, leftOut: made.leftOut };
}

const unread: ReadonlySet<string> = new Set(["id", "citation-key", "citation-label", "other-ids"]);
const dates: ReadonlySet<string> = new Set([
  "issued",
  "accessed",
  "submitted",
  "original-date",
  "event-date",
  "available-date",
]);
const names: ReadonlySet<string> = new Set(
  `author editor translator collection-editor container-author original-author reviewed-author compiler composer
   contributor director host illustrator interviewer performer producer recipient`.split(/\s+/u),
);

function fieldOf(field: string, said: unknown): unknown {
  if (dates.has(field)) return dateOf(said);
  if (names.has(field)) return (Array.isArray(said) ? said : [said]).map(nameOf);
  if (typeof said === "string") return field === "URL" || field === "DOI" ? said : plainWords(said);
  return typeof said === "number" ? String(said) : null;
}

function nameOf(said: unknown): unknown {
  if (typeof said === "string") return { literal: said };
  if (!isObject(said)) return said;
  const parts = Object.entries(said).flatMap(([part, value]) => {
    const words = Array.isArray(value) ? value.join(" ") : value;
    return typeof words === "string" && words !== "" ? [[part, words] as const] : [];
  });
  const known = Object.fromEntries(parts);
  if (known["literal"]) return { literal: known["literal"] };
  return known["family"] ? known : { literal: known["given"] ?? "" };
}

function dateOf(said: unknown): unknown {
  if (typeof said === "number") return { "date-parts": [[said]] };
  if (typeof said === "string") return dateFromEdtf(said) ?? literal(said);
  if (Array.isArray(said)) return partsOf(said);
  if (!isObject(said)) return null;
  if (Array.isArray(said["date-parts"])) return { ...extras(said), "date-parts": said["date-parts"].map(numbers) };
  if (said["raw"] !== undefined || said["literal"] !== undefined) return dateOf(String(said["raw"] ?? said["literal"]));
  return partsOf([said], extras(said));
}

/** Dates of the older form: one, or the two ends of a range. */
function partsOf(said: readonly unknown[], more: object = {}): unknown {
  const parts = said.map((one) => (isObject(one) ? numbers([one["year"], one["month"], one["day"]]) : numbers([one])));
  return parts.every((part) => part.length > 0) ? { ...more, "date-parts": parts.slice(0, 2) } : null;
}

const numbers = (parts: unknown): number[] =>
  (Array.isArray(parts) ? parts : [parts]).map(Number).filter((part) => Number.isInteger(part) && part !== 0);

const extras = ({ season, circa }: Record<string, unknown>): object => ({
  ...(Number(season) >= 1 && Number(season) <= 4 ? { season: Number(season) } : {}),
  ...(circa ? { circa: true } : {}),
});

const literal = (words: string): unknown => {
  const year = /\d{4}/u.exec(words)?.[0];
  return year ? { "date-parts": [[Number(year)]], literal: words } : null;
};
