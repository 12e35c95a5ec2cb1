import { familyNamesOf } from "@/domain/source/names";
import type { SourceName } from "@/domain/source/record";
import { folded } from "@/domain/source/search-text";
import { type ReadLine, readLine } from "./read-line";

/** The fields that reading is measured by. */
export const measured = ["title", "year", "authors", "container", "DOI", "pages", "publisher"] as const;
export type Measured = (typeof measured)[number];

/** One field of one line: what was expected and read, whether they agree, and how sure the reading was of it. */
export type Outcome = {
  style: string;
  heldOut: boolean;
  line: string;
  field: Measured;
  expected: string;
  read: string;
  right: boolean;
  confidence: number | null;
};

/**
 * Reads a list of marked lines and compares. In such a list "# style" begins a style, `{T …}` marks a title, `{A …}` one
 * author (family name before a comma, before or after `^`), Y year, C container, D DOI, P pages, B publisher. Every
 * third line is held out: nobody looks at it to improve the reading.
 */
export function measure(list: string): Outcome[] {
  let style = "";
  let count = 0;
  return list.split("\n").flatMap((line) => {
    if (line.startsWith("# ")) style = line.slice(2).trim();
    if (line.trim() === "" || line.startsWith("# ")) return [];
    const heldOut = count++ % 3 === 2;
    const raw = line.replace(/\{[A-Z]\d? ([^}]*)\}/gu, "$1").replaceAll("^", "");
    const read = readLine(raw);
    return measured.flatMap((field): Outcome[] => {
      const expected = expectedIn(line, field);
      const got = readOf(read, field);
      if (expected === "" && (got === "" || !mustBeAbsent.has(field))) return [];
      return [
        {
          style,
          heldOut,
          line: raw,
          field,
          expected,
          read: got,
          right: plain(expected) === plain(got),
          confidence: sureOf(read, field),
        },
      ];
    });
  });
}

/** A wrong container is a wrong answer even where none was expected; other fields are judged where they stand. */
const mustBeAbsent: ReadonlySet<Measured> = new Set(["title", "year", "authors"]);

const letters: Readonly<Record<Measured, string>> = {
  title: "T",
  year: "Y",
  authors: "A",
  container: "C",
  DOI: "D",
  pages: "P",
  publisher: "B",
};

function expectedIn(line: string, field: Measured): string {
  const found = [...line.matchAll(new RegExp(`\\{${letters[field]} ([^}]*)\\}`, "gu"))].map(([, text = ""]) => text);
  if (field !== "authors")
    return (found[0] ?? "")
      .replace(/[a-z]$/u, field === "year" ? "" : "$&")
      .replace(/–/gu, field === "pages" ? "-" : "–");
  return found.map(markedName).map(nameText).join("; ");
}

function markedName(marked: string): SourceName {
  const [before = "", after] = marked.split("^");
  if (after !== undefined) {
    const isFamilyFirst = marked.includes("^ ");
    return isFamilyFirst ? { family: before, given: after.trim() } : { family: after, given: before.trim() };
  }
  const [family = "", given] = marked.split(", ");
  return given === undefined ? { literal: marked } : { family, given };
}

/** A person by the family name and the first initial. */
function nameText(name: SourceName): string {
  if ("literal" in name) return name.literal;
  const [whole = ""] = familyNamesOf({ type: "book", title: "", author: [name] });
  return `${whole} ${(name.given ?? "").charAt(0)}`.trim();
}

function readOf({ record }: ReadLine, field: Measured): string {
  if (field === "year") return String(record.issued?.["date-parts"][0]?.[0] ?? "");
  if (field === "authors") return (record.author ?? record.editor ?? []).map(nameText).join("; ");
  return record[fieldsOf[field]] ?? "";
}

const fieldsOf = {
  title: "title",
  container: "container-title",
  DOI: "DOI",
  pages: "page",
  publisher: "publisher",
} as const;

function sureOf({ confidence }: ReadLine, field: Measured): number | null {
  if (field === "year") return confidence.issued ?? null;
  if (field === "authors") return confidence.author ?? confidence.editor ?? null;
  return confidence[fieldsOf[field]] ?? null;
}

const plain = (text: string): string =>
  folded(text)
    .replace(/[“”"„«»‘’']/gu, "")
    .replace(/[–—]/gu, "-")
    .replace(/[.,;:]+$/u, "");
