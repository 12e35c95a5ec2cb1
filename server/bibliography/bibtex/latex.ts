import { deepestNesting } from "@/server/bibliography/reading";
import { type Rich, RichText, type Stretch } from "./rich";
import { accents, symbols } from "./symbols";

/**
 * Reads the LaTeX of a field: accents, symbols, dashes, quotes, formulas and emphasis become plain text with marks. What is
 * in braces of its own is protected from changes of case, a letter with an accent or a command that sets type is not.
 */
export function readLatex(source: string, { curled = false }: { curled?: boolean } = {}): Rich {
  const inner = wholeIn(source.trim());
  const text = new RichText();
  const reader: Reader = {
    source: inner ?? source,
    at: 0,
    depth: 0,
    text,
    curled,
    protect: true,
    formula: false,
  };
  while (reader.at < reader.source.length) {
    readUntil(reader, "");
    reader.at++;
  }
  return text.end(inner !== null);
}

/** The plain text of a field, where marks have no place. */
export const plainLatex = (source: string): string =>
  /[\\{}$~`'?!-]/u.test(source) ? readLatex(source).text : source.replace(/\s+/gu, " ").trim();

type Reader = {
  source: string;
  at: number;
  /** How many arguments and groups are being read, one in the other. */
  depth: number;
  text: RichText;
  curled: boolean;
  protect: boolean;
  formula: boolean;
};

/** What stands between braces that hold the whole of a value, unless a command begins there. */
export function wholeIn(source: string): string | null {
  if (!source.startsWith("{") || !source.endsWith("}") || switches.test(source.slice(1, 20))) return null;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at === source.length - 1 ? source.slice(1, -1) : null;
  }
  return null;
}

/** Reads on to a closing character, which it does not pass, or to the end. */
function readUntil(reader: Reader, closer: string): void {
  const { source, text } = reader;
  while (reader.at < source.length) {
    const character = source.charAt(reader.at);
    if (character === closer || character === "}") return;
    reader.at++;
    if (character === "\\") readCommand(reader);
    else if (character === "{") readGroup(reader);
    else if (character === "$") readFormula(reader);
    else if (/[ \t\r\n\f\v]/u.test(character)) text.blank();
    else if (character === "~") text.add("\u00a0");
    else if (reader.formula && (character === "^" || character === "_"))
      raise(reader, character === "^" ? "sup" : "sub");
    else if (!reader.formula && "-`'?!\"".includes(character)) text.add(ligature(reader, character));
    else text.add(character);
  }
}

function ligature(reader: Reader, first: string): string {
  const rest = reader.source.slice(reader.at, reader.at + 2);
  const take = (length: number, text: string): string => {
    reader.at += length;
    return text;
  };
  if (first === "-" && rest.startsWith("--")) return take(2, "—");
  if (first === "-" && rest.startsWith("-")) return take(1, "–");
  if (first === "`") return rest.startsWith("`") ? take(1, "“") : "‘";
  if (first === "'" && rest.startsWith("'")) return take(1, "”");
  if ((first === "?" || first === "!") && rest.startsWith("`")) return take(1, first === "?" ? "¿" : "¡");
  if (!reader.curled || (first !== "'" && first !== '"')) return first;
  if (first === "'" && /^\d\d\b/u.test(rest + reader.source.charAt(reader.at + 2))) return "’";
  const opens = reader.text.length === 0 || /[\s([{“‘—–-]/u.test(reader.text.last);
  return first === "'" ? (opens ? "‘" : "’") : opens ? "“" : "”";
}

function readGroup(reader: Reader): void {
  if (reader.depth > deepestNesting) return;
  reader.depth++;
  const from = reader.text.length;
  const begins = /^\s*\\([a-z]+|.)/iu.exec(reader.source.slice(reader.at, reader.at + 20))?.[1];
  const special = begins !== undefined && isLetter(begins);
  const switched = switches.exec(reader.source.slice(reader.at, reader.at + 20));
  if (switched) reader.at += switched[0].length;
  const { protect } = reader;
  reader.protect = false;
  readUntil(reader, "}");
  reader.at++;
  reader.depth--;
  reader.protect = protect;
  if (switched) reader.text.mark(from, kindOf(switched[1] ?? ""));
  else if (protect && !special && !reader.formula) reader.text.mark(from, "nocase");
}

/** Commands that set all that follows them in a group. */
const switches = /^\s*\\(em|itshape|it|sl|slshape|bf|bfseries|sc|scshape)(?![a-z])/iu;

/** A command that makes a letter: an accent or a letter of its own. */
const isLetter = (name: string): boolean => accents.has(name) || (name.length <= 2 && symbols.has(name));

const kindOf = (name: string): Stretch["as"] =>
  name.startsWith("b") ? "bold" : name.startsWith("sc") ? "small-caps" : "italic";

function readFormula(reader: Reader): void {
  const double = reader.source.charAt(reader.at) === "$";
  if (double) reader.at++;
  if (reader.formula) return;
  if (!reader.source.includes("$", reader.at)) return reader.text.add("$");
  reader.formula = true;
  readUntil(reader, "$");
  reader.formula = false;
  reader.at += double ? 2 : 1;
}

function raise(reader: Reader, as: "sub" | "sup"): void {
  const from = reader.text.length;
  readArgument(reader);
  reader.text.mark(from, as);
}

/** A group in braces, one command or one character; false when there is none. */
function readArgument(reader: Reader): boolean {
  const { source } = reader;
  while (/\s/u.test(source.charAt(reader.at))) reader.at++;
  const character = source.charAt(reader.at);
  if (character === "" || character === "}" || reader.depth > deepestNesting) return false;
  reader.at++;
  reader.depth++;
  if (character === "\\") readCommand(reader);
  else if (character !== "{") {
    const whole = String.fromCodePoint(source.codePointAt(reader.at - 1) ?? 0);
    reader.at += whole.length - 1;
    reader.text.add(whole);
  } else {
    readUntil(reader, "}");
    reader.at++;
  }
  reader.depth--;
  return true;
}

function readCommand(reader: Reader): void {
  const { source, text } = reader;
  const letters = /[a-z]+\*?/iuy;
  letters.lastIndex = reader.at;
  const name = letters.exec(source)?.[0] ?? source.charAt(reader.at);
  reader.at += name.length;
  const accent = accents.get(name);
  if (accent !== undefined && (!reader.formula || !/[a-z]/iu.test(name))) return readAccented(reader, accent);
  if (!/^[a-z]/iu.test(name)) return readSign(reader, name);
  const symbol = symbols.get(name);
  if (symbol !== undefined) {
    text.add(symbol);
    swallowBlank(reader);
    return;
  }
  const from = text.length;
  const set = settings.get(name);
  if (set) {
    if (readArgument(reader)) text.mark(from, set);
  } else if (name === "enquote" || name === "mkbibquote") {
    text.add("“");
    readArgument(reader);
    text.add("”");
  } else if (name === "href") {
    readOver(reader);
    readArgument(reader);
  } else swallowBlank(reader);
}

const settings: ReadonlyMap<string, Stretch["as"]> = new Map(
  Object.entries({
    emph: "italic",
    textit: "italic",
    textsl: "italic",
    mkbibemph: "italic",
    mkbibitalic: "italic",
    mathit: "italic",
    textbf: "bold",
    mkbibbold: "bold",
    mathbf: "bold",
    textsc: "small-caps",
    textsuperscript: "sup",
    mkbibsuperscript: "sup",
    textsubscript: "sub",
    mkbibsubscript: "sub",
    NoCaseChange: "nocase",
  } satisfies Record<string, Stretch["as"]>),
);

/** A blank after a command's name ends the name; an empty group does too. */
function swallowBlank(reader: Reader): void {
  const rest = /(?:\{\}|[ \t\r\n]+)/uy;
  rest.lastIndex = reader.at;
  reader.at += rest.exec(reader.source)?.[0].length ?? 0;
}

function readAccented(reader: Reader, accent: string): void {
  const before = reader.text.pieces;
  readArgument(reader);
  if (reader.text.pieces > before) reader.text.accent(before, accent);
}

/** A backslash before a sign: the sign itself, spaces of some width, or nothing. */
function readSign(reader: Reader, sign: string): void {
  if (/^[\s]$/u.test(sign)) reader.text.add(" ");
  else if (sign === ",") reader.text.add("\u2009");
  else if (sign === "\\") reader.text.blank();
  else if (!"-/!:;>()[]@".includes(sign)) reader.text.add(sign);
}

/** Passes over an argument in braces without reading it. */
function readOver(reader: Reader): void {
  const { source } = reader;
  if (source.charAt(reader.at) !== "{") return;
  let depth = 0;
  for (; reader.at < source.length; reader.at++) {
    const character = source.charAt(reader.at);
    if (character === "\\") reader.at++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) {
      reader.at++;
      return;
    }
  }
}
