import { balancedEnd } from "./balanced";

/** A stretch that holds no citation: `escape`, `code`, `math`, `tex`, `html` and `address`, up to `end`. */
export type Opaque = { kind: "escape" | "code" | "math" | "tex" | "html" | "address"; end: number };

/**
 * The stretch in which pandoc looks for nothing that begins at `at`: an escaped sign, code, mathematics between dollars,
 * raw TeX, HTML's tags and comments, an address in angle brackets. Null where ordinary words go on.
 */
export function opaqueAt(text: string, at: number): Opaque | null {
  switch (text.charAt(at)) {
    case "\\":
      return texAt(text, at);
    case "`":
      return codeAt(text, at);
    case "$":
      return mathAt(text, at);
    case "<":
      return htmlAt(text, at);
    default:
      return null;
  }
}

const environment = /\\begin\{([A-Za-z]{1,30}\*?)\}/uy;
const command = /\\[A-Za-z]+\*?/uy;

function texAt(text: string, at: number): Opaque {
  environment.lastIndex = at;
  const begun = environment.exec(text);
  const end = begun?.[1] ? environmentEnd(text, at, begun[1]) : -1;
  if (end !== -1) return { kind: "tex", end };
  command.lastIndex = at;
  const named = command.exec(text);
  if (!named) return { kind: "escape", end: Math.min(text.length, at + 2) };
  let reached = at + named[0].length;
  for (let next = argumentEnd(text, reached); next !== -1; next = argumentEnd(text, reached)) reached = next;
  return { kind: "tex", end: reached };
}

function argumentEnd(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === "{") return balancedEnd(text, at, "{", "}");
  return sign === "[" ? balancedEnd(text, at, "[", "]") : -1;
}

/** Where `\end{name}` closes what `\begin{name}` opened, others of the name between them counted. */
function environmentEnd(text: string, from: number, name: string): number {
  const [opens, closes] = [`\\begin{${name}}`, `\\end{${name}}`];
  let depth = 0;
  for (let at = from; at !== -1 && at - from < 100_000; ) {
    const close = text.indexOf(closes, at);
    if (close === -1) return -1;
    const open = text.indexOf(opens, at);
    if (open !== -1 && open < close) {
      depth++;
      at = open + opens.length;
    } else {
      at = close + closes.length;
      if (--depth === 0) return at;
    }
  }
  return -1;
}

function codeAt(text: string, at: number): Opaque | null {
  const ticks = /^`+/u.exec(text.slice(at, at + 100))?.[0] ?? "";
  const paragraph = paragraphEnd(text, at);
  for (let close = at + ticks.length; close < paragraph; ) {
    const found = text.indexOf("`", close);
    if (found === -1 || found >= paragraph) break;
    const run = /^`+/u.exec(text.slice(found, found + 100))?.[0].length ?? 1;
    if (run === ticks.length) return { kind: "code", end: found + run };
    close = found + run;
  }
  return ticks.length > 1 ? { kind: "escape", end: at + ticks.length } : null;
}

/** `$…$` without a blank inside of the signs or a digit behind, `$$…$$`; neither across an empty line. */
function mathAt(text: string, at: number): Opaque | null {
  const stretch = text.slice(at, Math.min(paragraphEnd(text, at), at + 10_000));
  const displayed = /^\$\$(?:\\[\s\S]|[^$\\]|\$(?!\$))+?\$\$/u.exec(stretch);
  if (displayed) return { kind: "math", end: at + displayed[0].length };
  const inline = /^\$(?![\s$])(?:\\[\s\S]|[^$\\\s]|\s+(?![\s$]))+\$(?!\p{N})/u.exec(stretch);
  return inline ? { kind: "math", end: at + inline[0].length } : null;
}

const tag = /<\/?[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*\/?>/uy;
const address = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/uy;
const closed = new Set(["pre", "script", "style", "textarea"]);

function htmlAt(text: string, at: number): Opaque | null {
  if (text.startsWith("<!--", at)) {
    const end = text.indexOf("-->", at + 4);
    return end === -1 ? null : { kind: "html", end: end + 3 };
  }
  address.lastIndex = at;
  const written = address.exec(text);
  if (written) return { kind: "address", end: at + written[0].length };
  tag.lastIndex = at;
  const found = tag.exec(text);
  if (!found) return null;
  const name = /^<([A-Za-z]+)/u.exec(found[0])?.[1]?.toLowerCase() ?? "";
  const end = closed.has(name) ? text.toLowerCase().indexOf(`</${name}>`, at) : -1;
  return { kind: "html", end: end === -1 ? at + found[0].length : end + name.length + 3 };
}

/** Where the paragraph that `at` stands in ends: at the next empty line. */
function paragraphEnd(text: string, at: number): number {
  blankLine.lastIndex = at;
  return blankLine.exec(text)?.index ?? text.length;
}

const blankLine = /\n[ \t]*\n/gu;
