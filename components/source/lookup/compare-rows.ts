import { fieldOrder, shownFields } from "@/components/source/record-fields";
import type { Candidate } from "@/domain/source/candidates";
import type { RecordField } from "@/domain/source/origins";

/** One field of candidates side by side; a cell is null where a service says nothing of it. */
export type CompareRow = { name: RecordField; label: string; cells: (string | null)[]; differ: boolean };

/**
 * The fields that candidates have, in the order that librarians read them; values that differ in nothing but case,
 * marks and spaces count as the same.
 */
export function compareRows(candidates: readonly Candidate[]): CompareRow[] {
  const shown = candidates.map(({ record }) => shownFields(record));
  const rows = new Map<RecordField, CompareRow>();
  for (const { name, label } of shown.flat()) {
    if (rows.has(name)) continue;
    const cells = shown.map((fields) => fields.find((field) => field.name === name)?.value ?? null);
    const said = new Set(cells.flatMap((cell) => (cell === null ? [] : [plain(cell)])));
    rows.set(name, { name, label, cells, differ: said.size > 1 });
  }
  const place = (row: CompareRow) => fieldOrder.indexOf(row.name);
  return [...rows.values()].toSorted((a, b) => place(a) - place(b));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
