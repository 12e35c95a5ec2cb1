import { markedFields, type SourceRecord } from "@/domain/source/record";
import { properlyNested } from "@/server/bibliography/bibtex/write-latex";
import { tagsFromMarks } from "./tags";

/** One record as an object of CSL-JSON (CSL 1.0.2), its marks as the tags that CSL-JSON allows in titles. */
export function writeCslJson(key: string, { marks, ...record }: SourceRecord): string {
  const titles = markedFields.flatMap((field) => {
    const text = record[field];
    const own = (marks ?? []).filter((mark) => mark.field === field);
    return text === undefined || own.length === 0
      ? []
      : [[field, tagsFromMarks(text, properlyNested(own, text.length))] as const];
  });
  return JSON.stringify({ id: key, ...record, ...Object.fromEntries(titles) }, null, 2);
}
