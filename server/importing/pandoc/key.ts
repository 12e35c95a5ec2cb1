/** A key as it stands in a text: `from` is at the "-" or "@", `to` just behind the key. */
export type KeyAt = { key: string; from: number; to: number; suppressAuthor: boolean };

const simple = /(?:[\p{L}\p{N}_*])(?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;

/**
 * Reads a key as pandoc does ("Citation syntax"): `@doe99`, `-@doe99`, `@{any thing but blanks}`; not behind a letter or
 * digit, or a full stop, where it is part of a mail address or another word.
 */
export function keyAt(text: string, from: number): KeyAt | null {
  const suppressAuthor = text.charAt(from) === "-";
  const sign = suppressAuthor ? from + 1 : from;
  if (text.charAt(sign) !== "@" || followsWord(text, from)) return null;
  if (text.charAt(sign + 1) === "{") return braced(text, from, sign + 1, suppressAuthor);
  simple.lastIndex = sign + 1;
  const found = simple.exec(text);
  return found ? { key: found[0], from, to: sign + 1 + found[0].length, suppressAuthor } : null;
}

function braced(text: string, from: number, open: number, suppressAuthor: boolean): KeyAt | null {
  let depth = 0;
  for (let at = open; at < text.length && at - open < 1000; at++) {
    const sign = text.charAt(at);
    if (/\s/u.test(sign)) return null;
    if (sign === "{") depth++;
    if (sign === "}" && --depth === 0) {
      const key = text.slice(open + 1, at);
      return key === "" ? null : { key, from, to: at + 1, suppressAuthor };
    }
  }
  return null;
}

const followsWord = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 2), at);
  return /[\p{L}\p{N}]$/u.test(before) || /(?<!\.)\.$/u.test(before);
};
