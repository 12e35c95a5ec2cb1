import type { HistoryLine } from "./history-view";

/** A day of a history, as YYYY-MM-DD in universal time, with what happened on it. */
export type Day = { day: string; lines: HistoryLine[] };

/** Lines in the order that they are given, put together by the day that they happened on. */
export function byDay(lines: readonly HistoryLine[]): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const day = line.at.slice(0, 10);
    const open = days.at(-1);
    if (open?.day === day) open.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
