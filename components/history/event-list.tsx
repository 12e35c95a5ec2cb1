import { Face } from "@/components/ui/face";
import { byDay } from "./by-day";
import type { HistoryLine } from "./history-view";

/** What happened to an article or a source, in words, day by day as it is given: the newest first. */
export function EventList({ lines }: { lines: HistoryLine[] }) {
  return byDay(lines).map(({ day, lines: ofDay }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-7">
      <h3 id={`day-${day}`} className="label border-b border-rule pb-1.5">
        {dayWords.format(new Date(`${day}T12:00:00Z`))}
      </h3>
      <ol>
        {ofDay.map((line) => (
          <EventLine key={line.seq} line={line} />
        ))}
      </ol>
    </section>
  ));
}

function EventLine({ line }: { line: HistoryLine }) {
  const turn = turns.has(line.type);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 py-2">
      {line.by === "Imprimatur" ? <House /> : <Face name={line.by} small />}
      <p className="pt-0.5 [overflow-wrap:anywhere]">
        <b className="font-semibold">{line.by}</b>{" "}
        <span className={turn ? "font-medium" : "text-ink-soft"}>{line.words}</span>
        {line.times > 1 ? <span className="text-ink-faint"> · {line.times} saves</span> : null}
      </p>
      <time dateTime={line.at} className="pt-0.5 text-[12.5px] text-ink-faint tabular-nums">
        {hour.format(new Date(line.at))}
      </time>
    </li>
  );
}

/** What changes an article's standing; the rest is work on the way. */
const turns: ReadonlySet<string> = new Set([
  "review.submitted",
  "review.changes-requested",
  "article.approved",
  "article.published",
  "article.corrected",
  "article.retracted",
  "article.withdrawn",
  "article.restored",
  "article.publishing-refused",
  "source.merged",
]);

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
