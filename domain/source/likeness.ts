import { identityKeys, type IdentityKey } from "./identity";
import { alikeAuthors } from "./like-people";
import { alikeTitles, type Part } from "./like-title";
import { yearOf } from "./names";
import type { SourceRecord } from "./record";

/** How sure it is that two records are of one work, from 0.75 to 1 (a shared identifier), and why, in words. */
export type Likeness = { score: number; reason: string };

/**
 * Says whether two records are likely of the same work: they share an identifier, or title, year and authors agree as
 * far as both name them, and nothing that tells works apart (identifier, edition, volume, pages, number, language)
 * contradicts it. Null where they are two works or nothing says that they are one. It never merges anything.
 */
export function likelySame(a: SourceRecord, b: SourceRecord): Likeness | null {
  const keys = [identityKeys(a), identityKeys(b)] as const;
  const shared = keys[0].find((key) => keys[1].some((other) => isSame(key, other)));
  if (shared) return { score: 1, reason: `same ${schemeWords[shared.scheme]}` };
  if (differ(...keys, "doi") || differ(...keys, "pmid") || differ(...keys, "arxiv") || contradict(a, b)) return null;

  const title = alikeTitles(a.title, b.title);
  const authors = alikeAuthors(a, b);
  const year = alikeYears(yearOf(a), yearOf(b));
  if (!title || !authors || !year) return null;
  const score = title.score + authors.score + year.score - (isLooselyPlaced(a, b, keys) ? 0.1 : 0);
  if (score < least) return null;
  return {
    score: Math.min(most, Math.round(score * 100) / 100),
    reason: inWords(title.words, year.words, authors.words),
  };
}

const least = 0.75;
/** Only an identifier makes sure. */
const most = 0.98;

const schemeWords: Readonly<Record<IdentityKey["scheme"], string>> = {
  doi: "DOI",
  isbn: "ISBN",
  pmid: "PubMed number",
  pmcid: "PubMed Central number",
  arxiv: "arXiv number",
  url: "web address",
};

const isSame = (one: IdentityKey, other: IdentityKey): boolean =>
  one.scheme === other.scheme && one.value === other.value;

/** Says whether both have identifiers of a scheme and none in common. */
const differ = (a: readonly IdentityKey[], b: readonly IdentityKey[], scheme: IdentityKey["scheme"]): boolean =>
  [a, b].every((keys) => keys.some((key) => key.scheme === scheme));

/** Fields that, where both name them and name them differently, tell two works of one title apart. */
const telling = ["volume", "issue", "edition", "number", "language"] as const;

function contradict(a: SourceRecord, b: SourceRecord): boolean {
  if (isPart(a) !== isPart(b) || isReview(a) !== isReview(b)) return true;
  if (telling.some((field) => a[field] && b[field] && plain(a[field]) !== plain(b[field]))) return true;
  return Boolean(a.page && b.page && firstPage(a.page) !== firstPage(b.page));
}

const isPart = ({ type }: SourceRecord): boolean => type === "chapter" || type.startsWith("entry");
const isReview = ({ type }: SourceRecord): boolean => type === "review" || type === "review-book";
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+|(?<=\d)(?:st|nd|rd|th)\b/gu, "");
const firstPage = (pages: string): string => /\d+/u.exec(pages)?.[0] ?? plain(pages);

/** Other places of publication, or other pages of one site: less likely the same, though a work may stand in two. */
function isLooselyPlaced(a: SourceRecord, b: SourceRecord, keys: readonly [IdentityKey[], IdentityKey[]]): boolean {
  const [one, other] = [a["container-title"], b["container-title"]];
  if (one && other && plain(one) !== plain(other) && !isAbbreviation(one, other)) return true;
  return differ(...keys, "url") || differ(...keys, "isbn");
}

/** "J. Doc." and "Journal of Documentation": each word of the shorter one begins a word of the longer, in order. */
function isAbbreviation(one: string, other: string): boolean {
  const [short = [], long = []] = [one, other]
    .map((text) =>
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    )
    .sort((left, right) => left.join("").length - right.join("").length);
  let at = 0;
  for (const word of long) if (at < short.length && word.startsWith(short[at] ?? "")) at++;
  return at === short.length && at > 0;
}

function alikeYears(a: number | null, b: number | null): Part | null {
  if (a === null || b === null) return { score: 0.1, words: a === b ? "neither is dated" : "only one is dated" };
  if (a === b) return { score: 0.2, words: "year" };
  return Math.abs(a - b) === 1 ? { score: 0.1, words: "dated a year apart" } : null;
}

function inWords(title: string, year: string, authors: string): string {
  const same = [title, year, authors].filter((words) => /^(?:title|year|authors)$/u.test(words));
  const rest = [title, year, authors].filter((words) => !same.includes(words));
  const [first, second, third] = same;
  const agreed = third
    ? `same ${first}, ${second} and ${third}`
    : second
      ? `same ${first} and ${second}`
      : `same ${first}`;
  return [...(first ? [agreed] : []), ...rest].join(", ");
}
