import { itemOf } from "@/domain/citation/item";
import type { Run } from "@/domain/importing/run";
import { type Marker, type MarkerFamily, matching, type TextFacts } from "./marker";
import { numbersIn } from "./numbers";

const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Raised numbers after a word or a stop: `word¹²`, `word.¹,³`, `word^3^`, and digits set as superscript. Powers, units
 * and isotopes are left alone: after a digit, a sign or a short unit a raised number is mathematics.
 */
export const superscripts: MarkerFamily = (run, facts) =>
  [...unicode(run, facts), ...careted(run, facts), ...set(run, facts)].toSorted((a, b) => a.from - b.from);

const unicode = (run: Run, facts: TextFacts): Marker[] =>
  matching(run.text, /[⁰¹²³⁴-⁹]{1,3}(?:[,⁻–˒⸴-]\s?[⁰¹²³⁴-⁹]{1,3}){0,20}(?![⁺⁻⁰¹²³⁴-⁹ⁿ])/gu, (match, from) => {
    const plain = match[0].replace(/[⁰¹²³⁴-⁹]/gu, (raised) => String(digits.indexOf(raised)));
    return citation(run, facts, from, match[0].length, plain.replace(/[⁻]/gu, "-").replace(/[˒⸴]/gu, ","));
  });

const careted = (run: Run, facts: TextFacts): Marker[] =>
  matching(run.text, /\^(\d{1,3}(?:[,–-]\s?\d{1,3}){0,20})\^/gu, (match, from) =>
    citation(run, facts, from, match[0].length, match[1] ?? ""),
  );

const set = (run: Run, facts: TextFacts): Marker[] =>
  matching(run.text, /\d{1,3}(?:[,–-]\s?\d{1,3}){0,20}/gu, (match, from) => {
    const to = from + match[0].length;
    if (!run.raised(from) || !run.raised(to - 1)) return null;
    if (run.raised(from - 1) || run.raised(to)) return null;
    return citation(run, facts, from, match[0].length, match[0]);
  });

function citation(run: Run, facts: TextFacts, from: number, length: number, list: string): Marker | null {
  const numbers = numbersIn(list);
  if (!numbers || run.linked(from) || numbers.some((number) => Number(number) > 999)) return null;
  const known = numbers.every((number) => facts.labels.has(number));
  if (facts.keysAreRead && !known) return null;
  if (!follows(run.text.slice(Math.max(0, from - 24), from), known)) return null;
  return { kind: "citation", from, to: from + length, items: numbers.map((number) => itemOf(null, number)) };
}

const units = /^(?:sec|min|log|sin|cos|tan|ln|deg|rad|mol|cal|lbs?|Joule)$/u;

/** What may stand before a raised number that is a citation: a word of three letters or more, or a stop or closing quote. */
function follows(before: string, known: boolean): boolean {
  if (/\d[.,]$/u.test(before)) return known;
  if (/[.,;:!?…”’"'»]$/u.test(before)) return true;
  if (/[)\]]$/u.test(before)) return known;
  const word = /(\p{L}+)$/u.exec(before)?.[1] ?? "";
  return word.length >= 3 && !units.test(word);
}
