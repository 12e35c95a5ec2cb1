import type { HistoryLine } from "./history-view";

/** Lines that are told as one: the newest of them first. Only changes of the source list are put together. */
export type Run = HistoryLine[];

/** A day of a history, as YYYY-MM-DD in universal time, with what happened on it. */
export type Day = { day: string; runs: Run[] };

/** Lines in the order that they are given, by the day that they happened on; one person's work on the source list is one run. */
export function byDay(lines: readonly HistoryLine[]): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const day = line.at.slice(0, 10);
    const open = days.at(-1);
    const last = open?.runs.at(-1);
    if (open?.day !== day) days.push({ day, runs: [[line]] });
    else if (last && isOnList(line) && last.every((one) => isOnList(one) && one.by === line.by)) last.push(line);
    else open.runs.push([line]);
  }
  return days;
}

const isOnList = ({ type }: HistoryLine): boolean => type === "reference.changed";
