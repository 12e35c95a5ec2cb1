import { type Failure, largestEntry, type ReadEntry, type Reading } from "@/server/bibliography/reading";
import type { TaggedEntry } from "./fields";
import { recordOfLines } from "./read-record";

/** An entry has at most this many lines; more people than that have made no work. */
const mostLines = 5000;

/** Makes records of entries that were cut out of a tagged file; what becomes none joins the failures. */
export function readEntries(cut: readonly TaggedEntry[], failures: readonly Failure[]): Reading {
  const entries: ReadEntry[] = [];
  const failed = [...failures];
  for (const { lines, raw, line } of cut) {
    const key = lines.find(({ meaning }) => meaning === "key")?.value.trim() || `line-${line}`;
    const whole = raw.trimEnd();
    const long = raw.length > largestEntry || lines.length > mostLines;
    const read = long ? { why: "The entry is too long.", leftOut: [] } : recordOfLines(lines);
    if ("record" in read) entries.push({ key, record: read.record, raw: whole, line, leftOut: read.leftOut });
    else failed.push({ key, line, why: read.why, raw: whole });
  }
  return { entries, failures: failed.toSorted((one, other) => one.line - other.line) };
}
