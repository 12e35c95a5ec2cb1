import { announcesContents, plainHeading } from "./names";
import { itemAt } from "./plain-lists";
import type { Line } from "./plain-wrapping";

/**
 * Where the list of contents of a plain text stands and what it names. `covers` takes the index of a line; `ofLines`
 * says that its entries are bare lines rather than list items.
 */
export type ContentsInLines = {
  covers: (index: number) => boolean;
  ofLines: (index: number) => boolean;
  names: (text: string) => boolean;
};

/** Finds the list of contents: list items after its heading, or bare lines up to the first that is named again later. */
export function contentsInLines(lines: readonly Line[]): ContentsInLines {
  const start = lines.findIndex((line) => announcesContents(line.text.replace(/^#{1,6}\s+/u, "")));
  const none = { covers: () => false, ofLines: () => false, names: () => false };
  const first = start === -1 ? -1 : nextLine(lines, start + 1);
  const opening = lines[first];
  if (!opening) return none;
  const listed = itemAt(opening.text) !== null;
  const end = listed ? endOfItems(lines, first) : endOfLines(lines, first);
  if (end === null) return none;
  const entries = lines.slice(first, end).filter((line) => line.text !== "");
  const named = new Set(entries.map((line) => plainHeading(itemAt(line.text)?.text ?? line.text)));
  return {
    covers: (index) => index >= start && index < end,
    ofLines: (index) => !listed && index >= start && index < end,
    names: (text) => text.length < 200 && named.has(plainHeading(text)),
  };
}

function nextLine(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.text === "") at++;
  return at;
}

function endOfItems(lines: readonly Line[], first: number): number {
  const kind = itemAt(lines[first]?.text ?? "")?.kind;
  const seen = new Set<string>();
  let end = first;
  for (let at = first; at < lines.length; at++) {
    const text = lines[at]?.text ?? "";
    if (text === "") continue;
    const item = itemAt(text);
    if (!item || (item.kind !== kind && (lines[at]?.indent ?? 0) === (lines[first]?.indent ?? 0))) break;
    if (item.kind === "ordered" && seen.has(plainHeading(item.text))) break;
    seen.add(plainHeading(item.text));
    end = at + 1;
  }
  return end;
}

/** Bare lines end where the first entry stands a second time; without that they are not a list of contents. */
function endOfLines(lines: readonly Line[], first: number): number | null {
  const opening = plainHeading(lines[first]?.text ?? "");
  for (let at = first + 1; at < Math.min(lines.length, first + 200); at++) {
    const text = lines[at]?.text ?? "";
    if (text.length > 150) break;
    if (text !== "" && plainHeading(text) === opening) return at;
  }
  const blank = lines.findIndex((line, at) => at > first && line.text === "");
  const entries = blank > first ? lines.slice(first, blank).map((line) => plainHeading(line.text)) : [];
  const later = new Set(lines.slice(blank).map((line) => (line.text.length < 200 ? plainHeading(line.text) : "")));
  const met = entries.filter((entry) => later.has(entry)).length;
  return entries.length >= 2 && met * 2 >= entries.length ? blank : null;
}
