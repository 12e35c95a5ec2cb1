import { isbnsOf } from "@/domain/source/isbn";
import { shownFields } from "@/components/source/record-fields";
import type { Candidate } from "@/domain/source/candidates";
import type { RecordField } from "@/domain/source/origins";

/** One field of candidates side by side; a cell is null where a service says nothing of it. */
export type CompareRow = { name: RecordField; label: string; cells: (string | null)[]; differ: boolean };

/**
 * The fields that candidates have, in the order that librarians read them; values that differ in nothing but case,
 * marks and spaces count as the same.
 */
export function compareRows(candidates: readonly Candidate[]): CompareRow[] {
  const [first] = candidates;
  if (!first) return [];
  const shown = candidates.map(({ record }) => shownFields(record));
  // A record with every field that one of them has, so that the order is that of one record.
  const whole = candidates.reduce((all, { record }) => ({ ...all, ...record }), first.record);
  return shownFields(whole).map(({ name, label }) => {
    const cells = shown.map((fields) => fields.find((field) => field.name === name)?.value ?? null);
    const said = new Set(
      cells.flatMap((cell) => (cell === null ? [] : [plain(name === "ISBN" ? isbnsOf(cell).join(" ") : cell)])),
    );
    return { name, label, cells, differ: said.size > 1 };
  });
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
