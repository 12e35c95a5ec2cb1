import { gridAt } from "./grid-table";
import type { Relaid } from "./relaid";
import { ruledAt } from "./ruled-table";

/** A grid, simple or multiline table (Pandoc User's Guide, "Tables") as a pipe table. */
export function tableAt(lines: readonly string[], at: number): Relaid | null {
  if ((lines[at - 1] ?? "").trim() !== "" || (lines[at] ?? "").trim() === "") return null;
  const table = gridAt(lines, at) ?? ruledAt(lines, at);
  if (!table) return null;
  const width = Math.max(table.head.length, ...table.rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => inOneLine(cells[column] ?? "")).join(" | ")} |`;
  return { lines: [line(table.head), `|${" --- |".repeat(width)}`, ...table.rows.map(line), ""], to: table.to };
}

const inOneLine = (cell: string): string =>
  cell
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<!\\)\|/gu, "\\|");
