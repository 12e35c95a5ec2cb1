import type { Inline, TextMark } from "@/domain/importing/tree";
import type { HiddenMath } from "@/server/importing/markdown-math";

/** What is put out of the Markdown parser's reach: words in which nothing is looked for, or a citation by key. */
export type HiddenPiece = { written: string; shown: Inline };

/** The pieces that were hidden in a text; `hide` answers the token that stands for one. */
export type Hidden = Pick<HiddenMath, "restore" | "inlines"> & { hide: (piece: HiddenPiece) => string };

const open = "\uFDD0";
const close = "\uFDD1";
const token = /\uFDD0(\d+)\uFDD1/gu;

/** A text without the two characters that tokens are made of; Unicode keeps them for use within a program. */
export const withoutTokens = (text: string): string => text.replace(/[\uFDD0\uFDD1]/gu, "");

/** Begins to hide; tokens have only characters that Markdown gives no meaning. */
export function hiding(): Hidden {
  const pieces: HiddenPiece[] = [];
  const shown = (index: string | undefined, marks: readonly TextMark[]): Inline[] => {
    const piece = pieces[Number(index)];
    if (!piece) return [];
    return ["text", "verbatim"].includes(piece.shown.kind) ? [{ ...piece.shown, marks } as Inline] : [piece.shown];
  };
  const restore = (text: string): string =>
    text.replace(token, (whole, index: string) => {
      const piece = pieces[Number(index)];
      return piece ? restore(piece.written) : whole;
    });
  return {
    hide: (piece) => `${open}${pieces.push(piece) - 1}${close}`,
    restore,
    inlines: (text, marks) => {
      const found: Inline[] = [];
      let at = 0;
      for (const match of text.matchAll(token)) {
        if (match.index > at) found.push({ kind: "text", text: text.slice(at, match.index), marks });
        found.push(...shown(match[1], marks));
        at = match.index + match[0].length;
      }
      if (at < text.length) found.push({ kind: "text", text: text.slice(at), marks });
      return found;
    },
  };
}
