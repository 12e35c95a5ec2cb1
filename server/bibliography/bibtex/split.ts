import { deepestNesting, type Failure, largestEntry, lineCounter } from "@/server/bibliography/reading";

/** One `@kind{…}` of a BibTeX file; `body` is what stands between its outer brackets. */
export type Block = { kind: string; body: string; raw: string; line: number };

/**
 * Cuts a BibTeX file into its blocks. A block that is not closed ends where the next one begins at the start of a line,
 * so that one missing brace costs one entry. Text between blocks is a comment, as BibTeX has it, unless it holds fields.
 */
export function splitBibtex(text: string): { blocks: Block[]; failures: Failure[] } {
  const blocks: Block[] = [];
  const failures: Failure[] = [];
  const lineAt = lineCounter(text);
  let last: string | null = null;
  const opening = /@[ \t]*([a-z][a-z0-9_-]*)\s*([{(])/giu;
  for (let from = 0; ; ) {
    opening.lastIndex = from;
    const found = opening.exec(text);
    const between = text.slice(from, found?.index ?? text.length);
    if (last !== null && holdsFields(between))
      failures.push({
        key: last,
        line: lineAt(from),
        why: "Fields stand after the end of this entry; a brace may be one too many.",
        raw: between.trim(),
      });
    if (!found) return { blocks, failures };
    const kind = (found[1] ?? "").toLowerCase();
    const start = found.index + found[0].length;
    const { end, closed, deep } = endOf(text, start, found[2] === "{" ? "}" : ")");
    const raw = text.slice(found.index, end).trimEnd();
    const line = lineAt(found.index);
    const key = keyAt(text.slice(start, start + 300));
    if (deep) failures.push({ key, line, why: `Braces are nested more than ${deepestNesting} deep.`, raw });
    else if (!closed) failures.push({ key, line, why: "The entry is not closed; a brace is missing.", raw });
    else if (raw.length > largestEntry) failures.push({ key, line, why: "The entry is too long.", raw });
    else blocks.push({ kind, body: text.slice(start, end - 1), raw, line });
    last = key;
    from = end;
  }
}

/** The key that an entry begins with, or null. */
export const keyAt = (body: string): string | null =>
  /^\s*(?![a-z_-]+=)([^\s,{}()"#%]+)\s*(?:,|$)/iu.exec(body)?.[1] ?? null;

/** Says whether one of the lines begins as a field does; line by line, so that much white space costs little. */
const holdsFields = (text: string): boolean =>
  text.split(/[\r\n]/u).some((line) => /^,? {0,20}[a-z_-]{1,40} {0,20}= {0,20}["{\d]/iu.test(line.trim()));

function endOf(text: string, start: number, closer: "}" | ")"): { end: number; closed: boolean; deep: boolean } {
  let depth = 0;
  let deep = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character === "{") deep = ++depth > deepestNesting || deep;
    else if (character === closer && depth === 0) return { end: at + 1, closed: true, deep };
    else if (character === "}" && depth > 0) depth--;
    else if (character === "@" && beginsEntry(text, at)) return { end: at, closed: false, deep };
  }
  return { end: text.length, closed: false, deep };
}

/** Says whether an entry begins here: first on its line, with a kind, a bracket and a key. */
function beginsEntry(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charAt(before) === " " || text.charAt(before) === "\t")) before--;
  if (before >= 0 && text.charAt(before) !== "\n" && text.charAt(before) !== "\r") return false;
  return /^@[a-z]+[ \t]*[{(]\s*[^\s,{}()="]+\s*,/iu.test(text.slice(at, at + 300));
}
