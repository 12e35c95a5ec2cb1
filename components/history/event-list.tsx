import { Face } from "@/components/ui/face";
import { type EventWords, eventWords } from "./event-words";
import { byDay, type Gathered } from "./gathered";
import type { HistoryEvent } from "./history-view";

/** What happened to an article, in words, day by day with the newest first. */
export function EventList({ events }: { events: HistoryEvent[] }) {
  return byDay(events).map(({ day, lines }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-8">
      <h3 id={`day-${day}`} className="label sticky top-14 z-1 mb-1 bg-paper py-2">
        {dayWords.format(new Date(`${day}T12:00:00Z`))}
      </h3>
      <ol>
        {lines.map((line) => (
          <EventLine key={line.event.seq} {...line} />
        ))}
      </ol>
    </section>
  ));
}

function EventLine({ event, times }: Gathered) {
  const words = eventWords(event);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 py-2.5">
      {event.by === "Imprimatur" ? <House /> : <Face name={event.by} small />}
      <p className="pt-0.5 [overflow-wrap:anywhere]">
        <b className="font-semibold">{event.by}</b> <Did words={words} />
        {times > 1 ? <span className="text-ink-faint"> · {times} saves</span> : null}
      </p>
      <time dateTime={event.at} className="pt-0.5 text-[12.5px] text-ink-faint tabular-nums">
        {hour.format(new Date(event.at))}
      </time>
      {words.said ? (
        <blockquote className="col-start-2 mt-1.5 border-l-2 border-rule-strong pl-3 font-serif text-[15px] leading-6 whitespace-pre-line text-ink-soft [overflow-wrap:anywhere]">
          {words.said}
        </blockquote>
      ) : null}
    </li>
  );
}

const Did = ({ words }: { words: EventWords }) =>
  words.weighty ? <span className="font-medium">{words.did}</span> : <span className="text-ink-soft">{words.did}</span>;

const House = () => (
  <span
    aria-hidden
    className="inline-grid size-6 place-items-center rounded-full border border-accent font-serif text-[12px] font-semibold text-accent"
  >
    i
  </span>
);

const dayWords = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
