import type { Atom } from "./atoms";

/**
 * How many atoms of a source the atoms of a quote are, starting at these places; null where they are other words. A word
 * that a line broke in two counts as one; the first letter of the first word may be large or small. Each comparison
 * takes one from `patience`.
 */
export function reach(
  quote: readonly Atom[],
  source: readonly Atom[],
  start: number,
  patience: { left: number },
): number | null {
  let at = start;
  for (let index = 0; index < quote.length; index++) {
    patience.left--;
    const [wanted, found, next] = [quote[index], source[at], source[at + 1]];
    if (!wanted || !found) return null;
    if (isTied(wanted, index, found, at - start) && isSame(wanted.text, found.text, index === 0)) at += 1;
    else if (next?.glue === "break" && isSame(wanted.text, found.text + next.text, index === 0)) at += 2;
    else {
      const joined = wanted.text + (quote[index + 1]?.text ?? "");
      if (quote[index + 1]?.glue !== "break" || !isSame(joined, found.text, index === 0)) return null;
      index += 1;
      at += 1;
    }
  }
  return at - start;
}

/** Says whether two atoms are one word; `first` where the size of the first letter does not count. */
export function isSame(a: string, b: string, first: boolean): boolean {
  return a === b || (first && a.length === b.length && uncapped(a) === uncapped(b));
}

/** "not-" at a line's end and "able" on the next are never "not able"; figures that a hyphen ties are not two figures. */
function isTied(wanted: Atom, index: number, found: Atom, at: number): boolean {
  if (index === 0 || at === 0 || (wanted.glue === "none") === (found.glue === "none")) return true;
  return wanted.glue !== "break" && found.glue !== "break" && !/\p{N}/u.test(wanted.text);
}

const uncapped = (text: string): string => {
  const [first = ""] = text;
  return first.toLowerCase() + text.slice(first.length);
};
