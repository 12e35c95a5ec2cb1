import type { SourceRecord } from "@/domain/source/record";
import { type Failure, largestEntry, lineCounter, type Reading } from "@/server/bibliography/reading";
import type { Meaning, TaggedEntry } from "./fields";
import { linesOf } from "./lines";
import { readEntries } from "./read-entries";
import { linesOfRecord } from "./write-record";

/** Reads RIS (Reference Manager's tagged format, 2011) entry by entry, from each TY to its ER or the next TY. */
export function readRis(text: string): Reading {
  const entries: TaggedEntry[] = [];
  const failures: Failure[] = [];
  const lineAt = lineCounter(text);
  let open: TaggedEntry | null = null;
  let stray: { raw: string; line: number } | null = null;
  for (const { content, at } of linesOf(text)) {
    const found = /^\ufeff?\s{0,3}([A-Z][A-Z0-9]) {1,2}- ?(.*)$/su.exec(content);
    const tag = found?.[1] ?? "";
    if (tag === "TY") {
      open = { lines: [], raw: "", line: lineAt(at) };
      entries.push(open);
      stray = null;
    }
    if (open) {
      if (open.raw.length <= largestEntry) open.raw += `${content}\n`;
      addLine(open, tag, found?.[2] ?? content);
      if (tag === "ER") open = null;
    } else if (content.trim() !== "" && tag !== "") {
      if (stray && stray.raw.length < largestEntry) stray.raw += `${content}\n`;
      else
        failures.push({
          key: null,
          why: "These lines stand outside an entry; the line TY is missing.",
          ...(stray = { raw: `${content}\n`, line: lineAt(at) }),
        });
    }
  }
  return readEntries(entries, failures);
}

function addLine(entry: TaggedEntry, tag: string, value: string): void {
  const last = entry.lines.at(-1);
  if (tag === "ER") return;
  if (tag !== "") entry.lines.push({ meaning: meaningOf.get(tag) ?? null, tag, value });
  else if (last && value.trim() !== "")
    last.value += (last.meaning === "abstract" || last.meaning === "note" ? "\n" : " ") + value.trim();
}

/** One record as an entry of RIS. */
export function writeRis(key: string, record: SourceRecord): string {
  const lines = linesOfRecord(key, record, "ris").map(
    ([meaning, value]) => `${tagOf.get(meaning)}  - ${onLines(value, meaning)}`,
  );
  return `${lines.join("\r\n")}\r\nER  - \r\n`;
}

/** Only abstracts and notes go over lines; a line that would look like a tag is moved in. */
const onLines = (value: string, meaning: Meaning): string =>
  meaning === "abstract" || meaning === "note"
    ? value.replace(/\r\n?|\n/gu, "\r\n").replace(/\r\n(?=\s{0,3}[A-Z][A-Z0-9] {1,2}-)/gu, "\r\n     ")
    : value.replace(/[\r\n]+/gu, " ");

/** The tags that mean something, the one that is written first. */
const tags: readonly (readonly [Meaning, ...string[]])[] = [
  ["kind", "TY"],
  ["key", "ID"],
  ["title", "TI", "T1", "CT"],
  ["short-title", "ST"],
  ["proceedings-title", "C3"],
  ["second-title", "T2", "BT"],
  ["series-title", "T3"],
  ["journal", "JF", "JO"],
  ["journal-short", "J2", "JA"],
  ["author", "AU", "A1"],
  ["editor", "ED", "A2"],
  ["series-editor", "A3"],
  ["translator", "A4"],
  ["year", "PY", "Y1"],
  ["date", "DA"],
  ["accessed", "Y2"],
  ["volume", "VL"],
  ["volumes", "NV"],
  ["issue", "IS"],
  ["number", "M1"],
  ["first-page", "SP"],
  ["last-page", "EP"],
  ["section", "SE"],
  ["edition", "ET"],
  ["publisher", "PB"],
  ["place", "CY", "PP"],
  ["genre", "M3"],
  ["doi", "DO"],
  ["url", "UR", "LK"],
  ["serial", "SN"],
  ["accession", "AN"],
  ["pmcid", "C2"],
  ["call-number", "CN"],
  ["archive", "DB"],
  ["archive-location", "AV"],
  ["reviewed", "RI"],
  ["language", "LA"],
  ["keyword", "KW"],
  ["abstract", "AB", "N2"],
  ["note", "N1"],
];
const meaningOf: ReadonlyMap<string, Meaning> = new Map(
  tags.flatMap(([meaning, ...names]) => names.map((name) => [name, meaning] as const)),
);
const tagOf: ReadonlyMap<Meaning, string> = new Map(tags.map(([meaning, name]) => [meaning, name ?? ""]));
