import type { Relaid } from "./relaid";

/** Verse longer than this goes on as another. */
const longest = 1000;

/** Lines that begin with a bar keep their breaks, as verse does; a pipe table is none. */
export function lineBlockAt(lines: readonly string[], at: number): Relaid | null {
  const isBar = (line: string | undefined) => line !== undefined && /^\|(?:[ \t]|$)/u.test(line);
  if (!isBar(lines[at]) || (lines[at - 1] ?? "").trim() !== "" || isTable(lines, at)) return null;
  const verse: string[] = [];
  let to = at;
  for (; to < lines.length && to - at < longest; to++) {
    const line = lines[to] ?? "";
    if (isBar(line)) verse.push(line.slice(1).trim());
    else if (/^[ \t]+\S/u.test(line)) verse[verse.length - 1] += ` ${line.trim()}`;
    else break;
  }
  const shown = verse.filter((line) => line !== "");
  return { lines: [...shown.map((line, index) => (index < shown.length - 1 ? `${line}\\` : line)), ""], to };
}

const isTable = (lines: readonly string[], at: number): boolean =>
  /^\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u.test(lines[at + 1] ?? "") ||
  (/\|[ \t]*$/u.test(lines[at] ?? "") && /-{2,}/u.test(lines[at] ?? ""));
