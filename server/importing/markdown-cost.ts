const longestBlock = 200_000;
const deepestNesting = 40;
const mostWork = 100_000_000;

/**
 * Says whether parsing a text as Markdown could take long: its parser's work grows with the square of the marks in a
 * paragraph and with the depth of nesting. No draft written by a person comes near these bounds.
 */
export function isTooTangled(text: string): boolean {
  let work = 0;
  let length = 0;
  let marks = 0;
  for (const line of text.split("\n")) {
    if (isTooDeep(line)) return true;
    if (line.trim() === "") {
      work += marks * marks;
      length = 0;
      marks = 0;
      continue;
    }
    length += line.length;
    marks += marksIn(line);
    if (length > longestBlock || work + marks * marks > mostWork) return true;
  }
  return false;
}

/** A line that makes a heading of the line above it costs the parser as much as this many marks. */
const underline = 7;

function marksIn(line: string): number {
  let marks = /^ {0,3}(?:-+|=+)[ \t]*$/u.test(line) ? underline : 0;
  for (let at = 0; at < line.length; at++) if ("*_[]!~`<&\\@(".includes(line.charAt(at))) marks++;
  return marks;
}

function isTooDeep(line: string): boolean {
  const prefix = /^[\s>]{0,2000}(?:(?:[-*+]|\d{1,9}[.)])[ \t>]{1,200}){0,100}/u.exec(line)?.[0] ?? "";
  if (prefix.length >= 300 && prefix.trim() !== "") return true;
  const containers = prefix.match(/>|[-*+](?=[ \t])|\d[.)]/gu)?.length ?? 0;
  return containers > deepestNesting;
}
