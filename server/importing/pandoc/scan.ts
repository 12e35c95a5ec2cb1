import type { CitationItem } from "@/domain/citation/item";
import type { LedgerLine } from "@/domain/importing/tree";
import { attributesEnd } from "./attributes";
import { balancedEnd } from "./balanced";
import { fenceAt } from "./fence";
import { itemsOf, itemsWithWords, keysIn } from "./group";
import type { Hidden } from "./hidden";
import { type KeyAt, keyAt } from "./key";
import { type Opaque, opaqueAt } from "./opaque";

/** What a scan writes beside the text: lines of the ledger, and the notes that stood in the text itself. */
export type Scanning = {
  hidden: Hidden;
  lines: LedgerLine[];
  notes: string[];
  /** Labels of numbered examples, "(@good)", which a text points at as it does at a key. */
  examples: ReadonlyMap<string, number>;
};

/**
 * Puts every citation by key, all mathematics and raw TeX of a text out of the Markdown parser's reach, and takes off
 * what that parser does not know: attributes in braces, the brackets of spans, notes within a line.
 */
export function scan(text: string, scanning: Scanning): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const step = codeBlockAt(text, at) ?? stepAt(text, at, scanning);
    out += step?.out ?? text.charAt(at);
    at = step?.to ?? at + 1;
  }
  return out;
}

/** What replaces a stretch of the text up to `to`. */
type Step = { out: string; to: number };

function codeBlockAt(text: string, at: number): Step | null {
  const found = fenceAt(text, at);
  if (!found) return null;
  const { indent, marks, info, from, end } = found;
  return { out: `${indent}${marks}${languageIn(info)}\n${text.slice(from, end)}`, to: end };
}

/** "{.python .numberLines}" and "{=latex}" name a language as "python" does. */
const languageIn = (info: string): string =>
  info
    .trim()
    .replace(/^\{\s*[.=]?([\w+#-]*)[^}]*\}$/u, "$1")
    .replace(/\s*\{[^}]*\}$/u, "");

function stepAt(text: string, at: number, scanning: Scanning): Step | null {
  const opaque = opaqueAt(text, at);
  if (opaque) return opaqueStep(text, at, opaque, scanning);
  const sign = text.charAt(at);
  if (sign === "^") return noteAt(text, at, scanning) ?? raisedAt(text, at, scanning, "^", "sup");
  if (sign === "~")
    return text.charAt(at + 1) === "~" ? { out: "~~", to: at + 2 } : raisedAt(text, at, scanning, "~", "sub");
  if (sign === "[") return bracketAt(text, at, scanning);
  if (sign === "]") return closedAt(text, at, scanning);
  if (sign === "@" || sign === "-") {
    const key = keyAt(text, at);
    const example = key ? scanning.examples.get(key.key) : undefined;
    if (key && example !== undefined) return { out: String(example), to: key.to };
    return key && narrativeAt(text, key, scanning);
  }
  return null;
}

function opaqueStep(text: string, at: number, { kind, end }: Opaque, { hidden, lines }: Scanning): Step {
  const written = text.slice(at, end);
  if (kind === "tex" && /^\\label\s*\{/u.test(written)) {
    lines.push({ what: "label", text: written, reason: "A name for cross references; it is not printed." });
    return { out: "", to: end };
  }
  if (kind === "math" || kind === "tex")
    return { out: hidden.hide({ written, shown: { kind: "verbatim", text: written, marks: [] } }), to: end };
  if (kind !== "code") return { out: written, to: end };
  const after = attributesEnd(text, end);
  if (after !== -1) lines.push(attributeLine(text.slice(end, after)));
  return { out: written, to: after === -1 ? end : after };
}

const attributeLine = (text: string): LedgerLine => ({
  what: "attributes",
  text,
  reason: "Names, classes and sizes are the page's own.",
});

/** "^[a note]": one that cites stands at the end of the text and is pointed at; any other is left as it is. */
function noteAt(text: string, at: number, { notes }: Scanning): Step | null {
  if (text.charAt(at + 1) !== "[") return null;
  const end = balancedEnd(text, at + 1, "[", "]");
  if (end === -1) return null;
  const inner = text.slice(at + 2, end - 1);
  if (keysIn(inner).length === 0) return { out: text.slice(at, end), to: end };
  return { out: `[^inline-note-${notes.push(inner)}]`, to: end };
}

/** "x^2^" and "H~2~O": raised and lowered as pandoc writes them, without a blank between the signs. */
function raisedAt(text: string, at: number, scanning: Scanning, sign: string, tag: string): Step | null {
  const end = text.indexOf(sign, at + 1);
  const inner = text.slice(at + 1, end);
  if (end === -1 || inner === "" || inner.length > 100 || /(?<!\\)\s|[[\]]/u.test(inner)) return null;
  if (sign === "~" && keysIn(inner).length > 0) return null;
  return { out: `<${tag}>${scan(inner.replace(/\\ /gu, " "), scanning)}</${tag}>`, to: end + 1 };
}

/** A bracket: a group of citations, a span with attributes, or neither, in which case what is in it goes on as text. */
function bracketAt(text: string, at: number, scanning: Scanning): Step | null {
  if (text.charAt(at + 1) === "^") return null;
  const end = balancedEnd(text, at, "[", "]");
  if (end === -1) return null;
  const content = text.slice(at + 1, end - 1);
  const attributes = attributesEnd(text, end);
  if (attributes !== -1) {
    scanning.lines.push(attributeLine(text.slice(end, attributes)));
    return { out: scan(content, scanning), to: attributes };
  }
  if (!content.includes("@") || isLink(text, end)) return null;
  const items = itemsOf(content);
  return items && { out: hideItems(items, text.slice(at, end), false, scanning), to: end };
}

/** Says whether a bracket that was closed at `end` is the words of a link. */
const isLink = (text: string, end: number): boolean => {
  const next = text.charAt(end);
  if (next === "(") return destinationEnd(text, end) !== -1;
  return next === "[" && text.charAt(end + 1) !== "^" && balancedEnd(text, end, "[", "]") !== -1;
};

/** What stands behind the words of a link or picture: its address, or attributes. No citation is in either. */
function closedAt(text: string, at: number, { lines }: Scanning): Step | null {
  const address = destinationEnd(text, at + 1);
  const end = address === -1 ? definitionEnd(text, at) : address;
  if (end === -1) return null;
  const attributes = address === -1 ? -1 : attributesEnd(text, end);
  if (attributes !== -1) lines.push(attributeLine(text.slice(end, attributes)));
  return { out: text.slice(at, end), to: attributes === -1 ? end : attributes };
}

const destination =
  /\(\s*(?:<[^<>\n]*>|(?:[^()\s"'\\]|\\.|\([^()\s]*\)|[ \t]+(?=[^\s"'()]))*)(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))?\s*\)/uy;

function destinationEnd(text: string, at: number): number {
  destination.lastIndex = at;
  const found = text.charAt(at) === "(" ? destination.exec(text) : null;
  return found && !/\n[ \t]*\n/u.test(found[0]) ? at + found[0].length : -1;
}

/** "[label]: address" on a line of its own. */
function definitionEnd(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at) + 1;
  if (text.charAt(at + 1) !== ":" || !/^ {0,3}\[(?!\^)[^\]]*$/u.test(text.slice(start, at))) return -1;
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** `@a` in a sentence, with `[p. 3]` or `[p. 3; @b]` behind it. */
function narrativeAt(text: string, key: KeyAt, scanning: Scanning): Step {
  const blank = /^[ \t]*(?:\n[ \t]*(?!\n))?/u.exec(text.slice(key.to, key.to + 200))?.[0].length ?? 0;
  const open = key.to + blank;
  const end = text.charAt(open) === "[" && text.charAt(open + 1) !== "^" ? balancedEnd(text, open, "[", "]") : -1;
  const content = end === -1 ? "" : text.slice(open + 1, end - 1);
  const located = end !== -1 && !itemsOf(content) && !/[([{]/u.test(text.charAt(end)) && !isFull(content);
  if (!located) {
    const items = itemsWithWords(text.slice(key.from, key.to), [{ ...key, from: 0, to: key.to - key.from }]);
    return { out: hideItems(items, text.slice(key.from, key.to), !key.suppressAuthor, scanning), to: key.to };
  }
  const words = `${text.slice(key.from, key.to)} ${content}`;
  const [first = "", ...others] = words.split(/;(?=\s*[^;]*@)/u);
  const own = itemsWithWords(first, [{ ...key, from: 0, to: key.to - key.from }]);
  const more = others.length > 0 ? (itemsOf(others.join(";")) ?? []) : [];
  return { out: hideItems([...own, ...more], text.slice(key.from, end), !key.suppressAuthor, scanning), to: end };
}

/** A bracket whose semicolons are followed by something that is no citation is not a locator. */
const isFull = (content: string): boolean => {
  const [first = "", ...others] = content.split(/;(?=\s*[^;]*@)/u);
  return keysIn(first).length > 0 || (others.length > 0 && itemsOf(others.join(";")) === null);
};

const most = 50;

/** One token for up to fifty items, which is what a citation holds; more go into the next. */
function hideItems(items: readonly CitationItem[], written: string, narrative: boolean, { hidden }: Scanning): string {
  let tokens = "";
  for (let at = 0; at < items.length; at += most)
    tokens += hidden.hide({
      written: at === 0 ? written : "",
      shown: { kind: "cite", items: items.slice(at, at + most), written, narrative: narrative && at === 0 },
    });
  return tokens;
}
