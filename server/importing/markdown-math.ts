import type { Inline, TextMark } from "@/domain/importing/tree";

/** Mathematics put out of the Markdown parser's reach, with the way back. */
export type HiddenMath = {
  text: string;
  restore: (text: string) => string;
  inlines: (text: string, marks: readonly TextMark[]) => Inline[];
};

const open = "\uFDD0";
const close = "\uFDD1";
const token = /\uFDD0(\d+)\uFDD1/gu;

/**
 * `$…$` as pandoc reads it (no blank inside of the signs, no digit behind) and `$$…$$`, neither across a blank line; and
 * LaTeX's environments from `\begin` to `\end`.
 */
const formula =
  /\$\$(?:(?!\n[ \t]*\n|```|\$\$)[\s\S]){1,5000}?\$\$|(?<![\p{L}\p{N}\\$])\$(?![\s$])(?:\\\$|(?!\n[ \t]*\n)[^$`]){0,1000}?(?<![\s\\])\$(?!\p{N})|\\begin\{([a-z]{1,20}\*?)\}(?:(?!\\begin\{\1\})[\s\S]){0,5000}?\\end\{\1\}/gu;

/** Replaces every formula by a token of two characters that no text holds. */
export function hideMath(text: string): HiddenMath {
  const formulas: string[] = [];
  const usable = !text.includes(open) && !text.includes(close) && /[$]|\\begin\{/u.test(text);
  const hidden = usable ? text.replace(formula, (written) => `${open}${formulas.push(written) - 1}${close}`) : text;
  const restore = (part: string) =>
    usable ? part.replace(token, (whole, index) => formulas[Number(index)] ?? whole) : part;
  const inlines = (part: string, marks: readonly TextMark[]): Inline[] => {
    if (!usable) return [{ kind: "text", text: part, marks }];
    const found: Inline[] = [];
    let at = 0;
    for (const match of part.matchAll(token)) {
      if (match.index > at) found.push({ kind: "text", text: part.slice(at, match.index), marks });
      found.push({ kind: "verbatim", text: restore(match[0]), marks });
      at = match.index + match[0].length;
    }
    if (at < part.length) found.push({ kind: "text", text: part.slice(at), marks });
    return found;
  };
  return { text: hidden, restore, inlines };
}
