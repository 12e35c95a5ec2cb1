import type { HistoryEvent } from "./history-view";

/** Facts that are told as one line: the newest of them, and how many there were. */
export type Gathered = { event: HistoryEvent; times: number };
export type Day = { day: string; lines: Gathered[] };

/** A history by day, newest first, as it is given; saves of one person in a row are one line. */
export function byDay(events: readonly HistoryEvent[]): Day[] {
  const days: Day[] = [];
  for (const event of events) {
    const day = event.at.slice(0, 10);
    const open = days.at(-1)?.day === day ? days.at(-1) : undefined;
    const last = open?.lines.at(-1);
    if (!open) days.push({ day, lines: [{ event, times: 1 }] });
    else if (last && isSave(event) && isSave(last.event) && event.by === last.event.by) last.times += 1;
    else open.lines.push({ event, times: 1 });
  }
  return days;
}

const isSave = ({ type }: HistoryEvent): boolean => type === "article.edited";
