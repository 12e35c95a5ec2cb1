import { SourceRecord } from "@/domain/source/record";

/** What came of an entry's fields: a record, or why there is none; and the fields that have no place in it. */
export type Settled = { record: SourceRecord; leftOut: string[] } | { why: string; leftOut: string[] };

/**
 * Makes a record of what a reader found: each field is checked by itself, so that one that cannot be taken (an address
 * that is none, a text that is too long) is named and costs no other. A work without a title is called by what else it has.
 */
export function settled(draft: Readonly<Record<string, unknown>>, leftOut: readonly string[]): Settled {
  const found: Record<string, unknown> = {};
  const left = [...leftOut];
  for (const [field, value] of Object.entries(draft)) {
    if (value === undefined || value === null || value === "") continue;
    const parsed = shape.get(field)?.safeParse(typeof value === "string" ? withoutControls(value) : value);
    if (parsed?.success && parsed.data !== "") found[field] = parsed.data;
    else left.push(field);
  }
  if (!("title" in found)) {
    const stand_in = standIns.find((field) => typeof found[field] === "string");
    if (stand_in) found["title"] = String(found[stand_in]).slice(0, 2000);
    delete found["marks"];
  }
  const record = SourceRecord.safeParse(found);
  const named = [...new Set(left)];
  return record.success ? { record: record.data, leftOut: named } : { why: "It has no title.", leftOut: named };
}

/** What a work without a title is called by, the first that there is. */
const standIns = ["reviewed-title", "container-title", "event-title", "note", "URL", "DOI"] as const;

const shape: ReadonlyMap<string, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }> = new Map(
  Object.entries(SourceRecord.shape),
);

/** Says whether a record takes this as its address. */
export const isWebAddress = (text: string): boolean => SourceRecord.shape.URL.safeParse(text).success;

/** Text that a database and a page can hold: no control characters but line breaks and tabs, no half characters. */
const withoutControls = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, "").replace(/\p{Cs}/gu, "\ufffd");
