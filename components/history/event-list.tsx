import { Face } from "@/components/ui/face";
import { byDay, type Run } from "./by-day";
import type { HistoryLine } from "./history-view";

/** What happened to an article or a source, in words, day by day as it is given: the newest first. */
export function EventList({ lines }: { lines: HistoryLine[] }) {
  return byDay(lines).map(({ day, runs }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-7">
      <h2 id={`day-${day}`} className="label border-b border-rule pb-1.5">
        {dayWords.format(new Date(`${day}T12:00:00Z`))}
      </h2>
      <ol>
        {runs.map((run) => (
          <EventRun key={run[0]?.seq} run={run} />
        ))}
      </ol>
    </section>
  ));
}

/** A few lines in a row stand for themselves; many are one line that opens. */
function EventRun({ run }: { run: Run }) {
  const [first] = run;
  if (!first || run.length < 4) return run.map((line) => <EventLine key={line.seq} line={line} />);
  return (
    <li>
      <details className="group">
        <summary className="-mx-2 grid cursor-pointer list-none grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 rounded-md px-2 py-2 hover:bg-wash [&::-webkit-details-marker]:hidden">
          <Face name={first.by} small />
          <span className="pt-0.5">
            <b className="font-semibold">{first.by}</b>{" "}
            <span className="text-ink-soft">worked on the source list · {run.length} changes</span>{" "}
            <span aria-hidden className="inline-block text-ink-faint transition-transform group-open:rotate-90">
              ›
            </span>
          </span>
          <Hour at={first.at} />
        </summary>
        <ol className="border-l border-rule pl-3 sm:ml-3">
          {run.map((line) => (
            <EventLine key={line.seq} line={line} />
          ))}
        </ol>
      </details>
    </li>
  );
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
      <Hour at={line.at} />
    </li>
  );
}

const Hour = ({ at }: { at: string }) => (
  <time dateTime={at} title="UTC" className="pt-0.5 text-[12.5px] text-ink-faint tabular-nums">
    {hour.format(new Date(at))}
  </time>
);

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
  "source.unmerged",
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
