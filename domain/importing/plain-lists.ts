import { inlinesOfLine } from "./plain-inlines";
import type { Line } from "./plain-wrapping";
import type { Block } from "./tree";

export type Item = { kind: "bullet"; text: string } | { kind: "ordered"; number: number; text: string };

/** Reads a line as a list item ("- ", "* ", "•", "1.", "1)"), or null. */
export function itemAt(text: string): Item | null {
  const bullet = /^(?:[-*+–—]\s+|[•‣◦▪●○·]\s*)(\S.*)$/u.exec(text);
  if (bullet?.[1]) return { kind: "bullet", text: bullet[1].replace(/^\[[ xX]\]\s+/u, "") };
  const ordered = /^(\d{1,3})[.)]\s+(\S.*)$/u.exec(text);
  return ordered?.[1] && ordered[2] ? { kind: "ordered", number: Number(ordered[1]), text: ordered[2] } : null;
}

/**
 * The list that starts at a line, deeper indented items nested in the one before, and the line after it. An ordered
 * list counts up by one from where it starts and has a second item or starts at 1; anything else is a paragraph.
 */
export function listIn(lines: readonly Line[], start: number): { block: Block; next: number } | null {
  const first = lines[start];
  const kind = first && itemAt(first.text)?.kind;
  if (!first || !kind) return null;
  const items: Block[][] = [];
  let startNumber: number | null = null;
  let at = start;
  let next = start;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || line.text === "") {
      at++;
      continue;
    }
    const item = itemAt(line.text);
    const deeper = line.indent >= first.indent + 2;
    if (item && deeper && items.length > 0 && line.indent < 60) {
      const inner = listIn(lines, at);
      if (!inner) break;
      items.at(-1)?.push(inner.block);
      at = inner.next;
    } else if (
      item &&
      line.indent >= first.indent - 1 &&
      item.kind === kind &&
      follows(item, startNumber, items.length)
    ) {
      if (item.kind === "ordered") startNumber ??= item.number;
      items.push([{ kind: "paragraph", inlines: inlinesOfLine(item.text) }]);
      at++;
    } else break;
    next = at;
  }
  if (kind === "ordered" && items.length < 2 && startNumber !== 1) return null;
  return { block: { kind: "list", start: startNumber, items }, next };
}

const follows = (item: Item, start: number | null, count: number): boolean =>
  item.kind === "bullet" || start === null || item.number === start + count;
