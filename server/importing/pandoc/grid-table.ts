import type { WrittenTable } from "./written-table";

const rule = /^\+(?:[-=:]+\+)+[ \t]*$/u;

/** A table drawn with "+---+" and "|". */
export function gridAt(lines: readonly string[], at: number): WrittenTable | null {
  const top = (lines[at] ?? "").trimEnd();
  if (!rule.test(top)) return null;
  const edges = [...top].flatMap((sign, column) => (sign === "+" ? [column] : []));
  const groups: string[][] = [];
  let head: string[] = [];
  let cells: string[] | null = null;
  let to = at + 1;
  for (; to < lines.length; to++) {
    const line = (lines[to] ?? "").trimEnd();
    if (rule.test(line)) {
      if (cells && line.includes("=") && groups.length === 0 && head.length === 0) head = cells;
      else if (cells) groups.push(cells);
      cells = null;
    } else if (/^[|+]/u.test(line)) {
      const parts = edges.slice(0, -1).map((edge, column) => line.slice(edge + 1, edges[column + 1]));
      const before: readonly string[] = cells ?? [];
      cells = parts.map((part, column) => `${before[column] ?? ""} ${part.trim()}`);
    } else break;
  }
  return cells === null && (groups.length > 0 || head.length > 0) ? { head, rows: groups, to } : null;
}
