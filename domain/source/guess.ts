import { listedName } from "./names";
import type { SourceRecord } from "./record";
import { readLine } from "./reading/read-line";
import { vagueWordsIn } from "./vague";

/** The sureness from which a field is filled in: above it nearly all are right (`npm run bench references`). */
const sureEnough = 0.8;

/**
 * What can be read for sure from a raw line of a source list, to fill in a form beforehand: the fields of `readLine`
 * above a sureness. What is not sure, or names nothing ("various sources"), is left out: a field that a person fills in
 * is better than one that is wrong.
 */
export function guessRecord(original: string): Partial<SourceRecord> {
  const { record, confidence } = readLine(original);
  const sure = Object.entries(record).filter(([field, value]) => {
    const known = Object.entries(confidence).find(([name]) => name === field)?.[1] ?? 0;
    return known >= sureEnough && !isVague(field, value);
  });
  return Object.fromEntries(sure);
}

function isVague(field: string, value: SourceRecord[keyof SourceRecord]): boolean {
  if (typeof value === "string") return field === "container-title" && vagueWordsIn(value) !== null;
  return Array.isArray(value) && value.some((part) => !("field" in part) && vagueWordsIn(listedName(part)) !== null);
}
