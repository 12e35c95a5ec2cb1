const longest = 20_000;

/**
 * Where the bracket that opens at `from` is closed again, just behind it; -1 when it never is. Brackets in code,
 * mathematics, escapes and an empty line end the search as pandoc does.
 */
export function balancedEnd(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length && at - from < longest; at++) {
    const sign = text.charAt(at);
    if (sign === open) depth++;
    else if (sign === close && --depth === 0) return at + 1;
    else if (sign === "\n" && /^\n[ \t]*(?:\n|$)/u.test(text.slice(at, at + 200))) return -1;
    else if (sign === "\\") at++;
    else if (sign === "`" && open === "[") {
      code.lastIndex = at;
      at += (code.exec(text)?.[0].length ?? 1) - 1;
    }
  }
  return -1;
}

const code = /(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S]){1,2000}?(?<!`)\1(?!`)/uy;
