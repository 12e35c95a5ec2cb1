import type { Reference } from "@/domain/rules/manuscript";

/** A reference in few words: its source's title and year, or the raw line that it still is. */
export function titleOf({ source, original }: Reference): string {
  if (!source) return original ?? "a line without text";
  const year = source.record.issued?.["date-parts"][0]?.[0];
  return year === undefined ? source.record.title : `${source.record.title} (${year})`;
}
