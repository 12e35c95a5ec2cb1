import { identityKeys, keyText } from "./identity";
import type { SourceName, SourceRecord } from "./record";
import { yearOf } from "./names";

/** All words that a source is found by, folded: who, what, where, when and its identifiers. */
export function searchTextOf(record: SourceRecord): string {
  const people = [record.author, record.editor, record.translator].flatMap((names) => names ?? []).map(nameWords);
  const { title, publisher, URL: address } = record;
  const places = [record["container-title"], record["collection-title"], record["event-title"], publisher, address];
  const year = yearOf(record);
  const words = [title, ...people, ...places, year === null ? "" : String(year), ...identityKeys(record).map(keyText)];
  return folded(words.filter(Boolean).join(" ")).slice(0, 20_000);
}

/** A text as it is searched: lower case, without accents, its white space single. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/** The words of a question, each of which what is found must have; at most eight. */
export const searchWords = (query: string): string[] =>
  [...new Set(folded(query).split(" "))].filter(Boolean).slice(0, 8);

/** What stands between words, as a regular expression that JavaScript and PostgreSQL read alike. */
export const wordBreak = String.raw`[\s!-/:-@\[-\x60{-~‘’“”„«»‹›…–—·]`;

/** The words of a question as words of a text begin with them: "10.1017/s14" is three; at most eight. */
export const wordBeginnings = (query: string): string[] =>
  [...new Set(folded(query).split(new RegExp(`${wordBreak}+`, "u")))]
    .map((word) => word.slice(0, 100))
    .filter(Boolean)
    .slice(0, 8);

const nameWords = (name: SourceName): string =>
  "literal" in name ? name.literal : [name.given, name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
