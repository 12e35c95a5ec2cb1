import type { Rich, Stretch } from "./rich";

/**
 * Puts an English title that is written In Title Case into sentence case, as pandoc does on reading BibTeX: words with one
 * capital in front get a small one, unless they begin a sentence (then they get one), have more capitals, or are protected.
 */
export function inSentenceCase({ text, marks, whole }: Rich): Rich {
  if (whole) return { text, marks, whole };
  const kept = marks.filter(({ as }) => as === "nocase");
  let begins = true;
  let from = 0;
  const changed = text.replace(/[\p{L}\p{N}]+/gu, (word: string, at: number) => {
    if (/[:.?!]/u.test(text.slice(from, at))) begins = true;
    from = at + word.length;
    const first = begins;
    begins = false;
    if (kept.some((mark) => at < mark.to && at + word.length > mark.from)) return word;
    if (first) return /^\p{Ll}/u.test(word) && !/[\p{Lu}\p{N}]/u.test(word) ? capitalised(word) : word;
    const small = word.toLowerCase();
    return /^\p{Lu}\P{Lu}*$/u.test(word) && small.length === word.length ? small : word;
  });
  return { text: changed, marks: [...marks, ...withDigits(changed)], whole };
}

/** A name such as "ggplot2" keeps its small letter, in whatever place a style capitalises. */
const withDigits = (text: string): Stretch[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}+\p{N}[\p{L}\p{N}]*/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    as: "nocase",
  }));

/** The length of the text stays, because marks count by it. */
function capitalised(word: string): string {
  const large = word.charAt(0).toUpperCase();
  return large.length === 1 ? large + word.slice(1) : word;
}
