import type { Part } from "./like-title";
import { familyNamesOf } from "./names";
import type { SourceName, SourceRecord } from "./record";
import { folded } from "./search-text";

/**
 * How far the people of two records agree: the same, the same but for initials, the same first one in a list that only
 * one gives whole, or named by only one of them. Null where they are other people.
 */
export function alikeAuthors(a: SourceRecord, b: SourceRecord): Part | null {
  const [one, other] = [peopleOf(a), peopleOf(b)];
  if (one.length === 0 && other.length === 0) return { score: 0.1, words: "neither names its authors" };
  if (one.length === 0 || other.length === 0) return { score: 0.05, words: "only one names its authors" };
  const [first, second] = [one[0], other[0]];
  if (!first || !second || first.family !== second.family || !sameGiven(first.given, second.given)) return null;
  const common = one.filter((person) =>
    other.some((same) => same.family === person.family && sameGiven(same.given, person.given)),
  );
  const whole = common.length === one.length && one.length === other.length;
  if (!whole) {
    const shorter = Math.min(one.length, other.length);
    return common.length === shorter ? { score: 0.15, words: "one names fewer authors" } : null;
  }
  const exact = one.every((person, at) => person.given === other[at]?.given);
  return exact ? { score: 0.2, words: "authors" } : { score: 0.2, words: "authors differ by an initial" };
}

type Person = { family: string; given: string };

function peopleOf(record: SourceRecord): Person[] {
  const names: SourceName[] = record.author ?? record.editor ?? [];
  const families = familyNamesOf(record);
  return names.map((name, at) => ({
    family: letters(families[at] ?? ""),
    given: "literal" in name ? "" : givenNames(name.given ?? ""),
  }));
}

/** Given names as words; initials written together ("JA") are taken apart. */
const givenNames = (given: string): string =>
  folded((/^\p{Lu}{2,3}$/u.test(given.trim()) ? given.trim().split("").join(" ") : given).replace(/[.-]/gu, " "));

const letters = (text: string): string => folded(text.replace(/^the\s+/iu, "")).replace(/[^\p{L}\p{N}]+/gu, "");

/** "Junghoo", "J." and nothing at all may be one person; "Jane" and "John" are two. */
function sameGiven(one: string, other: string): boolean {
  const [left, right] = [one.split(" "), other.split(" ")].map((names) => names.filter(Boolean));
  if (!left?.length || !right?.length) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.every((name, at) => startsAlike(name, long[at] ?? ""));
}

function startsAlike(one: string, other: string): boolean {
  return one.length === 1 || other.length === 1 ? one.charAt(0) === other.charAt(0) : one === other;
}
