import { folded } from "./search-text";

/** What one part of two records adds to their likeness (title 0.6, authors 0.2, year 0.2 at most), and what is said of it. */
export type Part = { score: number; words: string };

/**
 * How far two titles agree: word for word, without a subtitle that only one gives, or but for a slip of the pen. Titles
 * whose figures differ ("Part 2", "Part 3") are of two works, and one that names no work ("Introduction") never counts.
 */
export function alikeTitles(a: string, b: string): Part | null {
  const [one, other] = [titleWords(a), titleWords(b)];
  if (one.length === 0 || other.length === 0 || isGeneric(one) || isGeneric(other)) return null;
  const [left, right] = [one.join(" "), other.join(" ")];
  if (left === right) return { score: one.length > 1 ? 0.6 : 0.5, words: "title" };
  if (figures(one) !== figures(other)) return null;
  if (mainWords(a) === right || mainWords(b) === left)
    return left.length >= 12 && right.length >= 12 ? { score: 0.5, words: "the same title but for a subtitle" } : null;
  if (Math.min(left.length, right.length) < 20 || isOpposed(one, other)) return null;
  return isSlip(left, right) ? { score: 0.5, words: "nearly the same title" } : null;
}

/** The words of a title that are compared: folded, without marks, "&" as "and", without an article in front. */
export function titleWords(title: string): string[] {
  const words = folded(title.replace(/&/gu, " and ").replace(/['’ʼ]/gu, ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length > 1 && /^(?:the|an?|der|die|das|le|la|les|el|los|las|het|de)$/u.test(words[0] ?? "")
    ? words.slice(1)
    : words;
}

const mainWords = (title: string): string => titleWords(title.split(/\s*[:?!–—]\s|\s-\s/u)[0] ?? "").join(" ");

const roman = /^(?:[ivx]{1,5})$/u;
const figures = (words: readonly string[]): string =>
  words.filter((word) => /\d/u.test(word) || roman.test(word) || ordinals.has(word)).join(" ");
const ordinals = new Set("one two three four five six seven first second third fourth fifth".split(" "));

/** Words that turn a title around or set two of a row apart: a title with one of them and one without are never a slip. */
const turning = new Set(
  "not no non without never against for before after north south east west northern southern eastern western upper lower early late male female men women boys girls old new reply response correction erratum corrigendum retraction comment".split(
    " ",
  ),
);

function isOpposed(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [one, other].map((words) => words.filter((word) => turning.has(word)).join(" "));
  return left !== right;
}

/** Titles that thousands of works bear. */
const generic = new Set([
  "abstract",
  "abstracts",
  "annual report",
  "appendix",
  "acknowledgements",
  "book review",
  "book reviews",
  "conclusion",
  "contents",
  "correspondence",
  "editorial",
  "erratum",
  "corrigendum",
  "errata",
  "foreword",
  "home",
  "index",
  "introduction",
  "letter",
  "letters",
  "letter to editor",
  "letter to the editor",
  "letters to the editor",
  "news",
  "notes",
  "obituary",
  "preface",
  "press release",
  "report",
  "review",
  "reviews",
  "untitled",
  "editorial board",
  "from the editor",
]);
const isGeneric = (words: readonly string[]): boolean => generic.has(words.join(" "));

/** At most one edit for each twenty letters (optimal string alignment), and no word of another meaning by itself. */
function isSlip(left: string, right: string): boolean {
  const allowed = Math.min(4, Math.floor(Math.max(left.length, right.length) / 20));
  if (allowed === 0 || Math.abs(left.length - right.length) > allowed || left.length > 500) return false;
  return editsBetween(left, right, allowed) <= allowed && !hasOtherWord(left.split(" "), right.split(" "));
}

/** A slip changes a letter or two of a word; "cats" for "dogs" is another word. */
function hasOtherWord(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return left.join("") !== right.join("");
  return left.some((word, at) => {
    const other = right[at] ?? "";
    return word !== other && (Math.min(word.length, other.length) < 5 || editsBetween(word, other, 1) > 1);
  });
}

function editsBetween(left: string, right: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left.charAt(i - 1) === right.charAt(j - 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = left.charAt(i - 1) === right.charAt(j - 2) && left.charAt(i - 2) === right.charAt(j - 1);
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}
