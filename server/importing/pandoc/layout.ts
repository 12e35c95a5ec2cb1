import type { LedgerLine } from "@/domain/importing/tree";
import { attributesEnd } from "./attributes";
import { definitionAt } from "./definitions";
import { lineBlockAt } from "./line-block";
import { opaqueLines } from "./opaque-lines";
import type { Relaid } from "./relaid";
import { tableAt } from "./tables";

/** A text laid out as CommonMark, and the numbers that its labelled examples bear. */
export type LaidOut = { text: string; examples: ReadonlyMap<string, number> };

/** No paper has more tables, verses and definitions than this; the rest of a text that does stays as it is. */
const mostRelaid = 3000;

/**
 * Writes pandoc's blocks that CommonMark lacks as what it has: tables of all four kinds as pipe tables with a "Table:"
 * line, line blocks with hard breaks, terms in bold above their definitions, examples as numbered lists. Fences of divs
 * and attributes of headings go to the ledger.
 */
export function layOut(text: string, ledger: LedgerLine[]): LaidOut {
  const lines = text.split("\n");
  const opaque = opaqueLines(text);
  const examples = new Map<string, number>();
  const out: string[] = [];
  let numbered = 0;
  let relaidBlocks = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const relaid =
      opaque.has(at) || relaidBlocks >= mostRelaid
        ? null
        : (tableAt(lines, at) ?? lineBlockAt(lines, at) ?? definitionAt(lines, at) ?? divAt(lines, at, ledger));
    if (relaid) {
      relaidBlocks++;
      for (const written of relaid.lines) out.push(written);
      at = relaid.to;
      continue;
    }
    const example = opaque.has(at) ? null : /^( {0,3})\(@([\w-]*)\)[ \t]+/u.exec(line);
    if (example) {
      numbered++;
      if (example[2]) examples.set(example[2], numbered);
      out.push(`${example[1]}${numbered}. ${line.slice(example[0].length)}`);
    } else out.push(opaque.has(at) ? line : plainLine(line, ledger));
    at++;
  }
  return { text: out.join("\n"), examples };
}

function divAt(lines: readonly string[], at: number, ledger: LedgerLine[]): Relaid | null {
  const line = lines[at] ?? "";
  if (!/^ {0,3}:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]+)?[ \t]*:*[ \t]*$/u.test(line)) return null;
  if (/[\w{]/u.test(line))
    ledger.push({ what: "fenced div", text: line.trim(), reason: "Its text stays; classes are the page's own." });
  return { lines: [""], to: at + 1 };
}

/** A heading without its attributes, a list item "#." with a number, the rule of a pipe table with pipes only. */
function plainLine(line: string, ledger: LedgerLine[]): string {
  if (/^ {0,3}#\.[ \t]/u.test(line)) return line.replace("#.", "1.");
  if (/^\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/u.test(line)) return line.replaceAll("+", "|");
  const open = line.endsWith("}") ? line.lastIndexOf("{") : -1;
  if (open < 1 || attributesEnd(line, open) !== line.length || !/^#{1,6}[ \t]|^[^\s#]/u.test(line)) return line;
  if (!line.startsWith("#") && !/[ \t]$/u.test(line.slice(0, open))) return line;
  ledger.push({ what: "attributes", text: line.slice(open), reason: "Names and classes are the page's own." });
  return line.slice(0, open).trimEnd();
}
