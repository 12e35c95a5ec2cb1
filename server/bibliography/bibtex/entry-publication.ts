import { verbatim } from "./fields";
import type { FieldsTaken } from "./taken";

/** Reads who published a work, what kind it is, and its numbers. */
export function readPublication(
  kind: string,
  taken: FieldsTaken,
  draft: Record<string, unknown>,
  like: "pandoc" | undefined,
): void {
  const where = like === "pandoc" || taken.raw("url") !== "" ? "" : addressOnly(taken.raw("howpublished"));
  if (where) draft["URL"] = where;
  const bodies = ["school", "institution", "organization", ...(where ? [] : ["howpublished"]), "publisher"];
  draft["publisher"] = bodies
    .map((name) => taken.text(name))
    .filter(Boolean)
    .join("; ");
  draft["genre"] = genreOf(kind, taken.text("type"));
  const number = taken.text("number");
  if (articles.has(String(draft["type"]))) {
    draft["issue"] = [number, taken.text("issue")].filter(Boolean).join(", ");
    if (like !== "pandoc") draft["number"] = taken.text("eid");
  } else draft[inSeries.has(kind) ? "collection-number" : "number"] = number;
  draft["note"] = [taken.text("note"), taken.text("addendum")].filter(Boolean).join(". ");
}

const addressOnly = (source: string): string =>
  /^\{?\s*(?:\\url\s*\{[^{}]*\}|https?:\S+)\s*\}?$/u.test(source) ? verbatim(source) : "";

/** Types whose `number` is that of the issue. */
export const articles: ReadonlySet<string> = new Set([
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "periodical",
  "review",
  "review-book",
]);

/** Kinds whose `number` is their place in a series. */
export const inSeries: ReadonlySet<string> = new Set([
  "book",
  "bookinbook",
  "collection",
  "conference",
  "inbook",
  "incollection",
  "inproceedings",
  "inreference",
  "mvbook",
  "mvcollection",
  "mvproceedings",
  "mvreference",
  "proceedings",
  "reference",
  "suppbook",
  "suppcollection",
]);

function genreOf(kind: string, said: string): string {
  if (said) return genres.get(said.toLowerCase()) ?? said;
  return kind === "phdthesis" ? "PhD thesis" : kind === "mastersthesis" ? "Master’s thesis" : "";
}

/** The keys that BibLaTeX has words for. */
const genres: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mathesis: "Master’s thesis",
    phdthesis: "PhD thesis",
    candthesis: "Candidate thesis",
    techreport: "technical report",
    resreport: "research report",
    patent: "patent",
    patentus: "U.S. patent",
    patenteu: "European patent",
    patentde: "German patent",
    patentfr: "French patent",
    patentuk: "British patent",
    patreq: "patent request",
  }),
);
