import type { Rich } from "./rich";

/**
 * Puts an English title that is written In Title Case into sentence case, as pandoc does on reading BibTeX: words with one
 * capital in front get a small one, unless they begin a sentence, have more capitals, or are protected by braces.
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
    if (first || kept.some((mark) => at < mark.to && at + word.length > mark.from)) return word;
    const small = word.toLowerCase();
    return /^\p{Lu}\P{Lu}*$/u.test(word) && small.length === word.length ? small : word;
  });
  return { text: changed, marks, whole };
}
