import type { SourceRecord } from "@/domain/source/record";
import { type Failure, largestEntry, lineCounter, type Reading } from "@/server/bibliography/reading";
import type { Meaning, TaggedEntry } from "./fields";
import { linesOf } from "./lines";
import { readEntries } from "./read-entries";
import { isArticle } from "./read-record";
import { linesOfRecord } from "./write-record";

/** Reads EndNote's tagged format (.enw, after refer): lines of `%T value`, entries from each %0 or after an empty line. */
export function readRefer(text: string): Reading {
  const entries: TaggedEntry[] = [];
  const failures: Failure[] = [];
  const lineAt = lineCounter(text);
  let open: TaggedEntry | null = null;
  let blank = true;
  for (const { content, at } of linesOf(text.replace(/^\ufeff/u, ""))) {
    const found = /^%(\S) ?(.*)$/su.exec(content);
    const tag = found?.[1] ?? "";
    if (found && (tag === "0" || !open || (blank && !open.lines.every(({ meaning }) => meaning === "kind")))) {
      open = { lines: [], raw: "", line: lineAt(at) };
      entries.push(open);
    }
    blank = content.trim() === "";
    if (open && !(blank && open.raw.endsWith("\n\n"))) {
      if (open.raw.length <= largestEntry) open.raw += `${content}\n`;
      addLine(open, tag, found?.[2] ?? content);
    } else if (!open && !blank)
      failures.push({ key: null, line: lineAt(at), why: "This line stands outside an entry.", raw: content });
    if (failures.length > 100) break;
  }
  return readEntries(entries, failures);
}

function addLine(entry: TaggedEntry, tag: string, value: string): void {
  const last = entry.lines.at(-1);
  if (tag !== "") entry.lines.push({ meaning: meaningOf.get(tag) ?? null, tag: `%${tag}`, value });
  else if (last && value.trim() !== "") {
    if (last.meaning === "keyword") entry.lines.push({ ...last, value });
    else last.value += (last.meaning === "abstract" || last.meaning === "note" ? "\n" : " ") + value.trim();
  }
}

/** One record as an entry of EndNote's tagged format. */
export function writeRefer(key: string, record: SourceRecord): string {
  const lines = linesOfRecord(key, record, "refer").flatMap(([meaning, value]) => {
    const tag = tagOf.get(meaning === (isArticle(record.type) ? "issue" : "number") ? "issue-or-number" : meaning);
    return tag ? [`%${tag} ${onLines(value, meaning)}`] : [];
  });
  return `${lines.join("\n")}\n\n`;
}

/** Only abstracts and notes go over lines; an empty line would end the entry, and a line with a tag is moved in. */
const onLines = (value: string, meaning: Meaning): string =>
  meaning === "abstract" || meaning === "note"
    ? value.replace(/[\r\n]+/gu, "\n").replace(/\n(?=%)/gu, "\n ")
    : value.replace(/[\r\n]+/gu, " ");

const tags: readonly (readonly [Meaning, string])[] = [
  ["kind", "0"],
  ["key", "F"],
  ["title", "T"],
  ["short-title", "!"],
  ["second-title", "B"],
  ["series-title", "S"],
  ["journal", "J"],
  ["author", "A"],
  ["editor", "E"],
  ["series-editor", "Y"],
  ["translator", "?"],
  ["year", "D"],
  ["date", "8"],
  ["accessed", "["],
  ["volume", "V"],
  ["volumes", "6"],
  ["issue-or-number", "N"],
  ["pages", "P"],
  ["section", "&"],
  ["edition", "7"],
  ["publisher", "I"],
  ["place", "C"],
  ["genre", "9"],
  ["doi", "R"],
  ["url", "U"],
  ["serial", "@"],
  ["accession", "M"],
  ["pmcid", "2"],
  ["call-number", "L"],
  ["archive", "~"],
  ["archive-location", "W"],
  ["reviewed", "*"],
  ["language", "G"],
  ["keyword", "K"],
  ["abstract", "X"],
  ["note", "Z"],
];
/** `%N` is a number, of the issue where the type has issues. */
const meaningOf: ReadonlyMap<string, Meaning> = new Map(tags.map(([meaning, tag]) => [tag, meaning]));
const tagOf: ReadonlyMap<Meaning, string> = new Map(tags);
