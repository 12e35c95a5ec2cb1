/** A line without the white space around it; `indent` counts what stood before, `index` is its place in the text. */
export type Line = { text: string; indent: number; index: number };

const widest = 120;

/**
 * Joins the lines of hard-wrapped paragraphs. A text is hard-wrapped when no line is long and most lines that are full
 * (the next word would not have fitted) run on in the next one. Indented lines after an item belong to it anyway.
 */
export function joinWrapped(lines: readonly Line[], startsBlock: (line: Line) => boolean): Line[] {
  const width = wrapWidth(lines);
  const joined: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && last && line.text && last.text && !startsBlock(line) && runsOn(last, line, before, width)) {
      const hyphenated = /\p{Ll}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text);
      joined[joined.length - 1] = { ...before, text: `${before.text}${hyphenated ? "" : " "}${line.text}` };
    } else joined.push(line);
    last = line;
  }
  return joined;
}

function runsOn(last: Line, line: Line, paragraph: Line, width: number | null): boolean {
  if (width !== null && isFull(last, line, width)) return true;
  return line.indent >= paragraph.indent + 2 && /^(?:[-*+•–]|\d{1,3}[.)]|\[)/u.test(paragraph.text);
}

const isFull = (line: Line, next: Line, width: number): boolean =>
  line.indent + line.text.length + 1 + (next.text.split(/\s/u, 1)[0]?.length ?? 0) > width;

/** The width that a text is wrapped at, or null when it is not. */
function wrapWidth(lines: readonly Line[]): number | null {
  let width = 0;
  for (const { text, indent } of lines) {
    if (text.length > widest && /\s/u.test(text.slice(0, widest))) return null;
    if (text.length <= widest) width = Math.max(width, indent + text.length);
  }
  if (width < 40) return null;
  let full = 0;
  let running = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!line.text || !next?.text || !isFull(line, next, width)) return;
    full++;
    if (/^\p{Ll}/u.test(next.text) || !/[.!?:]["”’)]?$/u.test(line.text)) running++;
  });
  return full >= 2 && running * 2 >= full ? width : null;
}
