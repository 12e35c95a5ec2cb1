import { itemOf } from "@/domain/citation/item";
import { touchesLink } from "@/domain/importing/run";
import { readLocator } from "./locator";
import type { Marker, MarkerFamily, TextFacts } from "./marker";
import { numbersIn } from "./numbers";

/**
 * Numbers in brackets: `[3]`, `[1, 2]`, `[4–6]`, `[[9], [12]]`, `[3, p. 12]`. Left alone unless the source list knows
 * the number: years and other large numbers, intervals, indexes of code words, isotopes (`[18F]`), links of Markdown.
 */
export const bracketNumbers: MarkerFamily = (run, facts) => {
  const found: Marker[] = [];
  let at = run.text.indexOf("[");
  while (at !== -1) {
    const group = groupAt(run.text, at);
    const items = group && itemsOf(group.content);
    const keys = items?.map((item) => item.key ?? "") ?? [];
    if (group && items && !touchesLink(run, at, group.to) && isCitation(run.text, at, group.to, keys, facts)) {
      found.push({ kind: "citation", from: at, to: group.to, items });
      at = run.text.indexOf("[", group.to);
    } else at = run.text.indexOf("[", at + 1);
  }
  return found;
};

type Group = { content: string; to: number };

/** The brackets that open at `from` with what is in them, inner brackets taken off; null when they nest deeper or never close. */
function groupAt(text: string, from: number): Group | null {
  let depth = 0;
  let content = "";
  for (let at = from; at < text.length && at - from < 200; at++) {
    const sign = text.charAt(at);
    if (sign === "[") {
      if (++depth > 2) return null;
      if (depth === 2 && !/^[\s,;]*$/u.test(content.slice(-1))) return null;
    } else if (sign === "]") {
      if (--depth === 0) return { content, to: at + 1 };
    } else if (/[\d\s,;.\-‐‑‒–—−p]/u.test(sign) || content.length > 0) content += sign;
    else return null;
  }
  return null;
}

function itemsOf(content: string) {
  const numbers = numbersIn(content);
  if (numbers) return numbers.map((number) => itemOf(null, number));
  const located = /^\s*([1-9]\d{0,3})\s*[,:]\s*(\D.*)$/u.exec(content);
  const locator = located?.[2] ? readLocator(located[2]) : null;
  if (!located?.[1] || !locator?.label || locator.rest) return null;
  return [{ ...itemOf(null, located[1]), label: locator.label, locator: locator.locator }];
}

function isCitation(text: string, from: number, to: number, keys: readonly string[], facts: TextFacts): boolean {
  const next = text.charAt(to);
  if (next === "(" || (next === ":" && from === 0) || /[\p{L}\p{N}]/u.test(next)) return false;
  const before = text.slice(Math.max(0, from - 24), from);
  if (before.endsWith("\\") || beforeIsLinkText(before)) return false;
  if (keys.every((key) => facts.labels.has(key))) return true;
  if (keys.some((key) => Number(key) >= 1000)) return false;
  return !isInterval(before, keys) && !isIndex(before, text.slice(to, to + 3));
}

/** "[words][2]" is a link by reference; "[1][2]" are two citations. */
const beforeIsLinkText = (before: string): boolean => before.endsWith("]") && !/\d\s*\]$/u.test(before);

const intervalWords =
  /(?:\b(?:interval|range|ranges|ranging|between|scale|domain|bounds|Intervall|Bereich|intervalle|intervalo)s?(?: of| from| in| von)?\s*|[=∈×∪∩<>]\s*)$/iu;
const isInterval = (before: string, keys: readonly string[]): boolean => keys.length > 1 && intervalWords.test(before);

const codeWord =
  /(?:(?:^|[^\p{L}])(?:\p{L}|arr|array|argv|args|list|items?|vec|vector|matrix|buf|buffer|rows?|cols?|idx|index|tuple|dict|params|props|data|values?)|[_$\d]\w*|\p{Ll}\p{Lu}\w*|[)\]])$/u;
const isIndex = (before: string, after: string): boolean =>
  codeWord.test(before) && !/\d\]$/u.test(before)
    ? true
    : /^(?:\.\w|\s?=[^=]?|\+\+)/u.test(after) && /\w$/u.test(before);
