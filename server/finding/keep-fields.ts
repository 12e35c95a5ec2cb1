import { type SourceName, SourceRecord } from "@/domain/source/record";
import { isObject } from "@/domain/json";
import { textOf } from "./loose";
import { cleared, plainText } from "./plain-text";

/** What a service said of a work, not looked at yet: any field may be anything. */
export type Loose = { [Field in keyof SourceRecord]?: unknown };

/** A record of which every field passed, and in sentences what did not; null when no title is left. */
export type Kept = { record: SourceRecord | null; problems: string[] };

/**
 * Takes field by field what our schema takes (`SourceRecord`): markup becomes plain words, a name that is none is left
 * out of its list, a field that is not as it should be is dropped and named, and the rest of the record stays.
 */
export function keepFields(loose: Loose): Kept {
  const kept: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [field, given] of Object.entries(loose)) {
    if (given === undefined || given === null || given === "") continue;
    const value = nameFields.has(field) ? people(field, given, problems) : mended(field, given);
    if (value === undefined) continue;
    const parsed = shape[field]?.safeParse(value);
    if (parsed?.success) kept[field] = parsed.data;
    else problems.push(`Left out ${field}: ${JSON.stringify(given)?.slice(0, 80) ?? "nothing that can be read"}.`);
  }
  const record = SourceRecord.safeParse({ ...kept, type: kept["type"] ?? "document" });
  if (record.success) return { record: record.data, problems };
  return { record: null, problems: [...problems, "The answer has no title, so it is no source yet."] };
}

const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }>> =
  SourceRecord.shape;

const nameFields: ReadonlySet<string> = new Set(["author", "editor", "translator"]);
const mostNames = 500;

function mended(field: string, given: unknown): unknown {
  if (field === "type" || isObject(given)) return given;
  const text = textOf(given);
  if (text === undefined) return typeof given === "string" ? undefined : given;
  if (field === "URL") return cleared(text).trim();
  if (field === "abstract" || field === "note") return paragraphs(text);
  return plainText(text) || undefined;
}

const paragraphs = (text: string): string | undefined =>
  text.split("\n").map(cleared).join("\n").trim().slice(0, 20_000) || undefined;

function people(field: string, given: unknown, problems: string[]): SourceName[] | undefined {
  const all = Array.isArray(given) ? given : [given];
  const names = all.slice(0, mostNames).flatMap((name) => {
    const parsed = SourceRecord.shape.author.safeParse([name]);
    return parsed.success && parsed.data ? parsed.data : [];
  });
  const missing = Math.min(all.length, mostNames) - names.length;
  if (missing > 0) problems.push(`Left out ${missing} of the names in ${field}.`);
  if (all.length > mostNames) problems.push(`Took the first ${mostNames} of ${all.length} names in ${field}.`);
  return names.length > 0 ? names : undefined;
}
