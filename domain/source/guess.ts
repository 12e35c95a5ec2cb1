import { arxivIdOf } from "./arxiv";
import { doiWithin, withoutCloser } from "./doi";
import { isbnOf } from "./isbn";
import type { SourceName, SourceRecord } from "./record";
import { withoutTracking } from "./tracking";
import { vagueWordsIn } from "./vague";

/**
 * What can be read for sure from a raw line of a source list, to fill in a form beforehand: identifiers, address, year,
 * the title between quotation marks, what it appeared in, and people where the line names them plainly. What is not
 * sure is left out: a field that a person fills in is better than one that is wrong.
 */
export function guessRecord(original: string): Partial<SourceRecord> {
  const line = original.slice(0, 2000).replace(label, "").trim();
  const address = addressIn(line);
  const quoted = quotedTitle.exec(line);
  const title = (quoted?.[1] ?? quoted?.[2])?.replace(/[,.]$/u, "").trim();
  const before = quoted ? line.slice(0, quoted.index) : line;
  const after = quoted ? line.slice(quoted.index + quoted[0].length) : "";
  const container = title ? containerIn(after) : null;
  const year = yearIn(line, quoted?.[0] ?? "");
  const author = authorsIn(before);
  const parts: { [K in keyof SourceRecord]?: SourceRecord[K] | null | undefined } = {
    type: typeOf(line, container !== null, address !== null),
    title,
    author,
    issued: year === null ? null : { "date-parts": [[year]] },
    "container-title": container,
    DOI: doiWithin(line),
    ISBN: isbnIn(line),
    PMID: /\bPMID:?\s*(\d{1,9})\b/iu.exec(line)?.[1],
    URL: address,
    number: arxivIn(line),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null && value !== undefined));
}

/** The numbers or the bullet that a line of a list starts with. */
const label = /^\s*(?:[-*•]\s+)?(?:\[[\d\s,;[\]–-]*\]|\d{1,3}[.)](?=\s))?\s*/u;
const quotedTitle = /[“„«]([^“”„«»]{3,})[”“»]|(?<=^|[\s(,])"([^"]{3,})"/u;

function addressIn(line: string): string | null {
  const found = /\bhttps?:\/\/[^\s<>"“”]+/iu.exec(line)?.[0];
  const address = found ? withoutCloser(found) : null;
  if (!address || address.length > 2048 || /^https?:\/\/(?:dx\.|www\.)?doi\.org\//iu.test(address)) return null;
  return withoutTracking(address);
}

function isbnIn(line: string): string | null {
  const found = /\bISBN(?:-1[03])?:?\s*((?:97[89][\s‐-]?)?(?:\d[\s‐-]?){9}[\dX])/iu.exec(line)?.[1]?.trim();
  return found && isbnOf(found) ? found : null;
}

function arxivIn(line: string): string | null {
  const found = /\barxiv:\s?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/iu.exec(line)?.[1];
  return found && arxivIdOf(found) ? `arXiv:${found}` : null;
}

/** A year in brackets or after a comma; the only one outside of the title, else none is sure. */
function yearIn(line: string, title: string): number | null {
  const rest = line.replace(title, " ").replace(/https?:\/\/\S+|10\.\d{4,9}\/\S+|\barxiv:\S+/giu, " ");
  const bracketed = /\(((?:1[5-9]|20)\d\d)[a-z]?(?:,[^)]*)?\)/u.exec(rest)?.[1];
  if (bracketed) return Number(bracketed);
  const published = rest.replace(/\b(?:accessed|retrieved|archived|visited)\b.*$/iu, " ");
  const years = new Set(published.match(/(?<![\d–-])(?:1[5-9]|20)\d\d(?![\d–-])/gu));
  const [only, ...others] = years;
  return only && others.length === 0 ? Number(only) : null;
}

/** What follows a quoted title up to the next comma, number or stop, when it is written like a name. */
function containerIn(after: string): string | null {
  const words = /^[\s,.;:]*(?:in:?\s+)?([^,.;()\d]+)/iu.exec(after)?.[1]?.replace(/\s+/gu, " ").trim();
  if (!words || words.length > 120 || !/^\p{Lu}/u.test(words) || vagueWordsIn(words) !== null) return null;
  return /^(?:accessed|retrieved|available|https?|vol|no|pp|doi|isbn|published|translated|edited)\b/iu.test(words) ||
    /\bhttps?$/iu.test(words)
    ? null
    : words;
}

/** People as "Cho, J., & Garcia-Molina, H." before a bracketed year, or one "Given Family," before a quoted title. */
function authorsIn(before: string): SourceName[] | null {
  const listed = /^(.+?)\s*\((?:1[5-9]|20)\d\d/u.exec(before)?.[1] ?? before;
  const people = [...listed.matchAll(/([\p{Lu}][\p{L}’'-]+(?: [\p{Lu}][\p{L}’'-]+)?), ((?:\p{Lu}\.[ -]?)+)/gu)];
  const rest = people.reduce((text, person) => text.replace(person[0], ""), listed);
  if (people.length > 0 && /^[\s,;&.]*(?:and)?[\s,;&.]*$/u.test(rest))
    return people.map(([, family = "", given = ""]) => ({ family, given: given.trim() }));
  const one = /^(\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)?) (\p{Lu}[\p{L}’'-]+),\s*$/u.exec(before);
  return one?.[1] && one[2] ? [{ family: one[2], given: one[1] }] : null;
}

function typeOf(line: string, contained: boolean, addressed: boolean): SourceRecord["type"] | null {
  if (/\bISBN\b/iu.test(line)) return "book";
  if (/\barxiv:/iu.test(line)) return "article";
  if (contained && (doiWithin(line) || /\b\d+\s?\(\d+\)|\bvol\. ?\d/iu.test(line))) return "article-journal";
  if (doiWithin(line)) return "article-journal";
  if (contained) return "article-newspaper";
  return addressed ? "webpage" : null;
}
