import { SaxesParser } from "saxes";
import { deepestNesting, type Failure, largestEntry, lineCounter, type Reading } from "@/server/bibliography/reading";
import type { Meaning, TaggedEntry, TaggedLine } from "./fields";
import { readEntries } from "./read-entries";

/**
 * Reads EndNote's XML record by record, each parsed alone, so that a broken one costs no other. A document type of its own
 * is refused: no entity is ever expanded but XML's five.
 */
export function readEndnoteXml(text: string): Reading {
  const lineAt = lineCounter(text);
  const doctype = /<!(?:DOCTYPE[^>]{0,1000}\[|ENTITY)/iu.exec(text);
  if (doctype)
    return {
      entries: [],
      failures: [
        {
          key: null,
          line: lineAt(doctype.index),
          why: "The file defines XML entities of its own, which are not read.",
          raw: text.slice(doctype.index, doctype.index + 1000),
        },
      ],
    };
  const entries: TaggedEntry[] = [];
  const failures: Failure[] = [];
  const opening = /<record(?=[\s>])/gu;
  let close = text.indexOf("</record>");
  for (let found = opening.exec(text); found; ) {
    const next = opening.exec(text);
    if (close !== -1 && close < found.index) close = text.indexOf("</record>", found.index);
    const whole = close !== -1 && (next === null || close < next.index);
    const end = whole ? close + "</record>".length : (next?.index ?? text.length);
    const raw = text.slice(found.index, Math.min(end, found.index + largestEntry + 1));
    const line = lineAt(found.index);
    const why = !whole ? "The record is not closed." : raw.length > largestEntry ? "The entry is too long." : null;
    const read = why === null ? linesOfXml(raw) : why;
    if (typeof read === "string") failures.push({ key: null, line, why: read, raw });
    else entries.push({ lines: read, raw, line });
    found = next;
  }
  return readEntries(entries, failures);
}

/** The fields of one record, or why it cannot be read. */
function linesOfXml(raw: string): TaggedLine[] | string {
  const lines: TaggedLine[] = [];
  const path: string[] = [];
  let words = "";
  let problem: string | null = null;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    problem ??= `It is not well-formed XML: ${error.message.slice(0, 200)}.`;
  });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    if (path.length > deepestNesting) problem ??= `Elements are nested more than ${deepestNesting} deep.`;
    if (name === "ref-type" && attributes["name"])
      lines.push({ meaning: "kind", tag: name, value: attributes["name"] });
    if (name !== "style") words = "";
  });
  const heard = (text: string) => {
    words += text;
  };
  parser.on("text", heard);
  parser.on("cdata", heard);
  parser.on("closetag", ({ name }) => {
    path.pop();
    if (name === "style") return;
    const place = `${path.at(-1) ?? ""}/${name}`;
    const value = words.replace(/\r\n?/gu, "\n").trim();
    if (value !== "" && !passed.has(name)) lines.push({ meaning: meaningAt(place, name), tag: name, value });
    words = "";
  });
  for (let at = 0; at < raw.length && problem === null; at += 4096) parser.write(raw.slice(at, at + 4096));
  if (problem === null) parser.close();
  return problem ?? lines;
}

/** Elements about EndNote's own house-keeping. */
const passed: ReadonlySet<string> = new Set([
  "database",
  "source-app",
  "rec-number",
  "key",
  "foreign-keys",
  "ref-type",
]);

const meaningAt = (place: string, name: string): Meaning | null => places.get(place) ?? places.get(name) ?? null;

const places: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["authors/author", "author"],
  ["secondary-authors/author", "editor"],
  ["tertiary-authors/author", "series-editor"],
  ["subsidiary-authors/author", "translator"],
  ["titles/title", "title"],
  ["titles/secondary-title", "second-title"],
  ["titles/tertiary-title", "series-title"],
  ["titles/short-title", "short-title"],
  ["periodical/full-title", "journal"],
  ["periodical/abbr-1", "journal-short"],
  ["pub-dates/date", "date"],
  ["dates/year", "year"],
  ["pages", "pages"],
  ["volume", "volume"],
  ["number", "issue-or-number"],
  ["num-vols", "volumes"],
  ["section", "section"],
  ["edition", "edition"],
  ["publisher", "publisher"],
  ["pub-location", "place"],
  ["work-type", "genre"],
  ["electronic-resource-num", "doi"],
  ["related-urls/url", "url"],
  ["web-urls/url", "url"],
  ["isbn", "serial"],
  ["accession-num", "accession"],
  ["call-num", "call-number"],
  ["remote-database-name", "archive"],
  ["reviewed-item", "reviewed"],
  ["language", "language"],
  ["keywords/keyword", "keyword"],
  ["abstract", "abstract"],
  ["notes", "note"],
  ["access-date", "accessed"],
  ["label", "key"],
  ["custom2", "pmcid"],
]);
