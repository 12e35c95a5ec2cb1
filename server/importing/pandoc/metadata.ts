import type { DraftTree, Elsewhere, LedgerLine } from "@/domain/importing/tree";
import { keysIn } from "./group";
import { plainWords } from "./plain-words";
import { takeYamlBlocks } from "./yaml-blocks";

/** What the metadata of a paper says, and the paper without it. */
export type Metadata = {
  body: string;
  named: DraftTree["named"];
  /** Sections that a paper may have in its metadata: "abstract", "summary". */
  openings: readonly { name: string; text: string }[];
  elsewhere: Elsewhere[];
  /** Paths of the bibliographies that it names, and the entries that it holds itself, as CSL-JSON. */
  bibliography: readonly string[];
  references: readonly unknown[];
  /** It says itself that it is cited by keys. */
  citesByKey: boolean;
  lines: LedgerLine[];
  problems: string[];
};

const openingNames = ["abstract", "summary"];
/** Fields in which nothing is a citation: they name files and entries. */
const unread = new Set(["references", "bibliography", "csl", "citation-style", ...openingNames]);

/** Reads the YAML metadata of a paper in pandoc Markdown: title, standfirst, authors, abstract, and what it cites. */
export function takeMetadata(text: string): Metadata {
  const { body, fields, written, problems } = takeYamlBlocks(text);
  const words = (...names: string[]) => names.map((name) => wordsIn(fields.get(name))).find(Boolean) ?? null;
  const authors = namesIn(fields.get("author") ?? fields.get("authors") ?? fields.get("byline"));
  const elsewhere = [...fields].flatMap(([field, value]) => (unread.has(field) ? [] : citedIn(field, value)));
  return {
    body,
    named: {
      title: words("title"),
      standfirst: words("standfirst", "subtitle", "dek", "description"),
      byline: authors.length > 0 ? bylineOf(authors) : null,
      citesByKey: false,
    },
    openings: openingNames.flatMap((name) => {
      const value = fields.get(name);
      return typeof value === "string" && value.trim() !== "" ? [{ name, text: value.trim() }] : [];
    }),
    elsewhere,
    bibliography: listOf(fields.get("bibliography")).filter((path) => typeof path === "string"),
    references: listOf(fields.get("references")),
    citesByKey: ["bibliography", "references", "nocite", "csl", "citation-style"].some((name) => fields.has(name)),
    lines: written.map((yaml) => ({
      what: "front matter",
      text: yaml,
      reason: "Title, standfirst, authors and what it cites were read from it.",
    })),
    problems,
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

/** A scalar's words, the first of a list; citations go, for they are listed apart. */
function wordsIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== "string" && typeof first !== "number") return null;
  const written = String(first);
  const keys = keysIn(written);
  let bare = "";
  let at = 0;
  for (const { from, to } of keys) {
    bare += written.slice(at, from);
    at = to;
  }
  return plainWords((bare + written.slice(at)).replace(/\[[\s;,]*\]/gu, "")) || null;
}

function namesIn(value: unknown): string[] {
  return listOf(value).flatMap((author) => {
    if (typeof author === "string" || typeof author === "number") return String(author).split(/\s*;\s*|\s+and\s+/u);
    if (typeof author !== "object" || author === null) return [];
    const said = new Map<string, unknown>(Object.entries(author));
    const whole = said.get("name");
    if (typeof whole === "string") return [whole];
    const given = ["given-names", "given", "firstname", "first"].map((name) => said.get(name)).find(Boolean);
    const family = ["surname", "family", "lastname", "last"].map((name) => said.get(name)).find(Boolean);
    if (given ?? family) return [[given, family].filter(Boolean).join(" ")];
    const [only] = said.keys();
    return only !== undefined && said.size === 1 ? [only] : [];
  });
}

function bylineOf(authors: readonly string[]): string {
  const names = authors.map((author) =>
    plainWords(author.replace(/\^\[[^\]]*\]|\[\^[^\]]*\]|\^[^^\s]*\^/gu, "").replace(/^by\s+/iu, "")),
  );
  const last = names.at(-1) ?? "";
  return `By ${names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last}`;
}

const deepest = 20;

/** Every key in the strings of a value, at any depth. */
function citedIn(field: string, value: unknown, depth = 0): Elsewhere[] {
  if (typeof value === "string") return keysIn(value).map(({ key }) => ({ key, field }));
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  return Object.values(value).flatMap((inner) => citedIn(field, inner, depth + 1));
}
