import type { SourceDate } from "@/domain/source/record";
import { dateFromEdtf } from "@/server/bibliography/edtf";
import { readYearMonth } from "./dates";
import { ownDates, ownFieldOf } from "./fields";
import type { FieldsTaken } from "./taken";

/** Reads the dates of an entry; what of them cannot be read is named. */
export function readDates(taken: FieldsTaken, draft: Record<string, unknown>, left: string[]): void {
  const date = readEdtf(taken, "date");
  const [year, month, day] = [taken.text("year"), taken.text("month"), taken.text("day")];
  if (date) draft["issued"] = date;
  else {
    const read = readYearMonth(year, month, day);
    if (read.date) draft["issued"] = read.date;
    if (read.status) draft["status"] = read.status;
    left.push(...read.left);
  }
  for (const [variable, name] of dated) {
    const found = readEdtf(taken, name) ?? null;
    if (found) draft[variable] = found;
  }
  for (const variable of ["issued", ...dated.map(([name]) => name)]) {
    const words = taken.text(`${ownFieldOf(variable)}-literal`);
    const found = draft[variable];
    if (words && found) draft[variable] = { ...found, literal: words };
  }
}

const dated: readonly (readonly [variable: string, name: string])[] = [
  ["accessed", "urldate"],
  ["event-date", "eventdate"],
  ["original-date", "origdate"],
  ...ownDates.map((variable) => [variable, ownFieldOf(variable)] as const),
];

function readEdtf(taken: FieldsTaken, name: string): SourceDate | null {
  const text = taken.raw(name).replaceAll("{", "").replaceAll("}", "");
  const date = text === "" ? null : dateFromEdtf(text);
  if (text !== "" && !date) taken.untake(name);
  return date;
}
