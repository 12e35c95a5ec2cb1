/** The words of a short piece of Markdown: no marks of emphasis, code or escapes, links by their words, white space collapsed. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/`+([^`]*)`+/gu, "$1")
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/gu, "$1")
    .replace(/(?<!\\)(\*{1,3}|~~)(?=\S)(.*?\S)\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}\\])(_{1,3})(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/<\/?[A-Za-z][^<>]*>/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}
