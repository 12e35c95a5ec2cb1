import type { RawFields } from "./values";

/** An entry with its fields, before anything is made of them. */
export type RawEntry = { kind: string; key: string; fields: RawFields; raw: string; line: number };

/**
 * Gives an entry the fields of those it refers to by `crossref` and `xdata` (BibLaTeX 3, appendix B): its own stay, a
 * whole's title becomes the part's booktitle. Answers the keys that are not in the file, and `crossref` in a circle ends.
 */
export function inherit(
  entry: RawEntry,
  byKey: ReadonlyMap<string, RawEntry>,
): { fields: RawFields; missing: string[] } {
  const missing: string[] = [];
  return { fields: gathered(entry, { byKey, missing, visits: 0 }, new Set([entry.key])), missing };
}

/** An entry looks at no more than so many others, however they refer to each other. */
const mostVisits = 12;
type Search = { byKey: ReadonlyMap<string, RawEntry>; missing: string[]; visits: number };

function gathered(entry: RawEntry, search: Search, seen: ReadonlySet<string>): RawFields {
  const fields: RawFields = new Map(entry.fields);
  const parents = [
    ...listed(fields.get("xdata")).map((key) => ({ key, whole: false })),
    ...listed(fields.get("crossref")).map((key) => ({ key, whole: true })),
  ];
  for (const { key, whole } of parents) {
    const parent = search.byKey.get(key) ?? search.byKey.get(key.toLowerCase());
    if (!parent) search.missing.push(key);
    if (!parent || seen.has(parent.key) || search.visits >= mostVisits) continue;
    search.visits++;
    const theirs = gathered(parent, search, new Set([...seen, parent.key]));
    for (const [name, value] of theirs) {
      const named = whole ? inherited(name, parent.kind, entry.kind) : name;
      if (named !== null && !fields.has(named)) fields.set(named, value);
    }
  }
  return fields;
}

const listed = (value: string | undefined): string[] =>
  (value ?? "")
    .split(",")
    .map((key) => key.trim())
    .filter((key) => key !== "");

/** The name under which a part gets a field of the whole, or null where it gets none. */
function inherited(name: string, parent: string, child: string): string | null {
  if (notInherited.has(name)) return null;
  if (!parts.has(child)) return name;
  if (parent === "periodical" || (child === "article" && name === "title")) return periodical[name] ?? name;
  if (parent.startsWith("mv")) return multi[name] ?? name;
  if (name === "author" && child === "inbook") return "bookauthor";
  return whole[name] ?? name;
}

const notInherited: ReadonlySet<string> = new Set([
  "ids",
  "crossref",
  "xref",
  "xdata",
  "entryset",
  "entrysubtype",
  "execute",
  "label",
  "options",
  "presort",
  "related",
  "relatedoptions",
  "relatedstring",
  "relatedtype",
  "shortauthor",
  "shorteditor",
  "shorttitle",
  "sortkey",
  "pages",
]);
const parts: ReadonlySet<string> = new Set([
  "article",
  "inbook",
  "bookinbook",
  "suppbook",
  "incollection",
  "suppcollection",
  "inproceedings",
  "conference",
  "inreference",
  "suppperiodical",
  "review",
]);
const whole: Readonly<Record<string, string>> = {
  title: "booktitle",
  subtitle: "booksubtitle",
  titleaddon: "booktitleaddon",
};
const multi: Readonly<Record<string, string>> = {
  title: "maintitle",
  subtitle: "mainsubtitle",
  titleaddon: "maintitleaddon",
};
const periodical: Readonly<Record<string, string>> = { title: "journaltitle", subtitle: "journalsubtitle" };
