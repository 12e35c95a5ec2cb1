import type { WrittenTable } from "./written-table";

const columnsRule = /^ *-+(?: +-+)* *$/u;
const fullRule = /^ *-{3,} *$/u;

/**
 * A simple table (columns under a broken rule) or a multiline one (between whole rules, rows parted by empty lines).
 * A line with a single rule under it is a heading, as in pandoc.
 */
export function ruledAt(lines: readonly string[], at: number): WrittenTable | null {
  const first = lines[at] ?? "";
  if (fullRule.test(first) && first.trim().length > 3) return multiline(lines, at);
  if (isBroken(first)) return body(lines, at, [], at + 1);
  const next = lines[at + 1] ?? "";
  if (!isBroken(next)) return null;
  return body(lines, at + 1, [first], at + 2);
}

const isBroken = (line: string): boolean => columnsRule.test(line) && /-\s+-/u.test(line);

/** Where columns begin: each dash run of the rule, the text before the next belonging to it. */
const startsOf = (line: string): number[] => [...line.matchAll(/-+/gu)].map(({ index }) => index);

const cut = (line: string, starts: readonly number[]): string[] =>
  starts.map((start, column) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim());

function body(lines: readonly string[], ruleAt: number, head: readonly string[], from: number): WrittenTable | null {
  const starts = startsOf(lines[ruleAt] ?? "");
  const rows: string[][] = [];
  let to = from;
  for (; to < lines.length && (lines[to] ?? "").trim() !== ""; to++) {
    if (columnsRule.test(lines[to] ?? "")) {
      to++;
      break;
    }
    rows.push(cut(lines[to] ?? "", starts));
  }
  return rows.length > 0 ? { head: head.flatMap((line) => cut(line, starts)), rows, to } : null;
}

function multiline(lines: readonly string[], at: number): WrittenTable | null {
  const under = lines.slice(at + 1, at + 30).findIndex(isBroken);
  const ruleAt = at + 1 + under;
  const headLines = lines.slice(at + 1, ruleAt);
  if (under === -1 || headLines.some((line) => line.trim() === "")) return null;
  const starts = startsOf(lines[ruleAt] ?? "");
  const length = lines.slice(ruleAt + 1, ruleAt + 2000).findIndex((line) => fullRule.test(line));
  if (length === -1) return null;
  const end = ruleAt + 1 + length;
  const rows: string[][] = [[]];
  for (const line of lines.slice(ruleAt + 1, end)) {
    if (line.trim() === "") rows.push([]);
    else rows[rows.length - 1] = joined(rows.at(-1) ?? [], cut(line, starts));
  }
  const head = headLines.reduce<string[]>((cells, line) => joined(cells, cut(line, starts)), []);
  return { head, rows: rows.filter((row) => row.length > 0), to: end + 1 };
}

const joined = (cells: readonly string[], more: readonly string[]): string[] =>
  more.map((cell, column) => `${cells[column] ?? ""} ${cell}`.trim());
