import { parse } from "csv-parse";
import { fail, ok, type Result } from "@/domain/result";
import { neededColumns, noticesOfRow, type RetractionRow, type RowNotices } from "@/domain/source/retraction-watch";

/** A list that was read: its notices, how many rows it has, how many name no work, and what was wrong, row by row. */
export type ReadRetractions = {
  notices: RowNotices["notices"];
  rows: number;
  nameless: number;
  problems: { line: number; message: string }[];
  /** How many problems there are; `problems` holds the first hundred. */
  problemCount: number;
};
export type UnreadableList = { kind: "unreadable" | "wrong-columns" | "too-large"; message: string };

const mostRows = 1_000_000;
const mostProblems = 100;
/** A title or a note may have line breaks, but not so many. */
const mostLines = 20;

/** Reads a list in the layout of the Retraction Watch data (CSV, RFC 4180, UTF-8) as it streams in. */
export async function readRetractions(
  content: AsyncIterable<Uint8Array>,
): Promise<Result<ReadRetractions, UnreadableList>> {
  const read: ReadRetractions = { notices: [], rows: 0, nameless: 0, problems: [], problemCount: 0 };
  const complain = (line: number, message: string) => {
    read.problemCount++;
    if (read.problems.length < mostProblems) read.problems.push({ line, message });
  };
  let last = 1;
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
    info: true,
    max_record_size: 1_000_000,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      complain(
        Number(error?.["lines"] ?? last + 1),
        "From here on the list is no CSV: a quotation mark is missing or too many.",
      );
      return undefined;
    },
  });
  const fed = feed(content, parser);
  try {
    for await (const { record, info } of parser) {
      if (read.rows === 0) {
        const missing = missingColumns(record);
        if (missing.length > 0)
          return fail({ kind: "wrong-columns", message: `The list has no column ${missing.join(" and no ")}.` });
      }
      if (++read.rows > mostRows) return fail({ kind: "too-large", message: "The list has more than a million rows." });
      if (info.lines - last > mostLines)
        complain(last + 1, `Lines ${last + 1} to ${info.lines} are one row: a quotation mark is missing.`);
      last = info.lines;
      take(read, record, info.lines, complain);
    }
    await fed;
  } catch {
    return fail({ kind: "unreadable", message: "The list is no CSV, or it ended too early." });
  } finally {
    parser.destroy();
  }
  if (read.rows === 0) return fail({ kind: "unreadable", message: "The list has no rows." });
  return ok({ ...read, problems: read.problems.toSorted((a, b) => a.line - b.line) });
}

function take(
  read: ReadRetractions,
  row: RetractionRow,
  line: number,
  complain: (line: number, message: string) => void,
): void {
  const found = noticesOfRow(row);
  if (found.ok) {
    read.notices.push(...found.value.notices);
    if (found.value.flaw) complain(line, found.value.flaw);
  } else if (found.error.kind === "no-work") read.nameless++;
  else complain(line, found.error.message);
}

const missingColumns = (row: RetractionRow): string[] => neededColumns.filter((name) => !(name in row));

async function feed(content: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of content) {
      if (parser.destroyed) return;
      if (!parser.write(chunk))
        await new Promise<void>((resume) => (parser.once("drain", resume), parser.once("close", resume)));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
