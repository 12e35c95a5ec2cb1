import type { SourceRecord } from "@/domain/source/record";
import { formatOf, formats } from "./formats";

/** What was read from a pasted text: whole records, and in sentences what could not be read or was left out. */
export type ReadRecords = { records: SourceRecord[]; problems: string[] };

const most = 500;

/** Reads a pasted bibliography of any format that we read, one record or many; never fails, but says what is wrong. */
export function readSourceRecords(text: string): ReadRecords {
  const format = formatOf(text);
  if (!format) return { records: [], problems: ["This is not BibTeX, RIS, CSL-JSON or EndNote."] };
  const { entries, failures } = formats[format].read(text);
  const read = entries.slice(0, most);
  const problems = [
    ...read.flatMap(({ record, leftOut }) =>
      leftOut.length > 0 ? [`“${record.title}”: left out ${leftOut.slice(0, 20).join(", ")}.`] : [],
    ),
    ...failures.slice(0, most).map(({ key, line, why }) => `Line ${line}${key ? ` (${key})` : ""}: ${why}`),
  ];
  if (entries.length > most) problems.push(`Only the first ${most} records were read.`);
  if (entries.length === 0 && failures.length === 0) problems.push("There is no record in this text.");
  return { records: read.map(({ record }) => record), problems };
}
