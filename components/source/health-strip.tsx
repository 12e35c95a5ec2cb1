import { lookWords } from "./look-words";

type Look = { at: string; outcome: string; status: number | null; reason: string };

const step = 10;
const height = 26;
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/**
 * Every look at a source's address in the order of time: a full bar was found, a low hollow one nobody can tell, a crossed one
 * is lost. Each says in words what it was, on hover and in the list below.
 */
export function HealthStrip({ looks }: { looks: Look[] }) {
  if (looks.length === 0) return <p className="text-ink-soft">Nobody has looked yet.</p>;
  const [only] = looks;
  if (looks.length === 1 && only) return <p className="text-[13px] text-ink-soft">One look. {wordsOf(only)}</p>;
  const width = looks.length * step;
  return (
    <figure>
      <div className="overflow-x-auto pb-1">
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(looks)}>
          {looks.map((look, at) => (
            <g key={look.at} transform={`translate(${at * step} 0)`}>
              <title>{wordsOf(look)}</title>
              <rect width={step} height={height} fill="transparent" />
              <Mark group={lookWords[look.outcome]?.group ?? "unknown"} />
            </g>
          ))}
        </svg>
      </div>
      <details className="mt-1 text-[13px]">
        <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">{looks.length} looks, in words</summary>
        <ol reversed className="mt-2 max-h-56 list-none overflow-auto border-y border-rule">
          {looks.toReversed().map((look) => (
            <li key={look.at} className="border-b border-rule py-1 last:border-0">
              {wordsOf(look)}
            </li>
          ))}
        </ol>
      </details>
    </figure>
  );
}

function Mark({ group }: { group: "found" | "unknown" | "lost" }) {
  if (group === "found") return <rect x="1.5" y="2" width="7" height={height - 4} rx="1.5" fill="var(--ok)" />;
  if (group === "unknown")
    return <rect x="2" y="14" width="6" height="9" rx="1.5" fill="none" stroke="var(--ink-faint)" strokeWidth="1.3" />;
  return (
    <>
      <rect x="1.5" y="2" width="7" height={height - 4} rx="1.5" fill="var(--blocker)" />
      <path d="M3 10 7 16M7 10 3 16" stroke="var(--sheet)" strokeWidth="1.4" />
    </>
  );
}

function wordsOf({ at, outcome, status, reason }: Look): string {
  const words = lookWords[outcome]?.label ?? outcome;
  return `${day.format(new Date(at))}: ${words}${status ? ` (${status})` : ""}${reason ? ` – ${reason}` : ""}`;
}

function summary(looks: Look[]): string {
  const found = looks.filter(({ outcome }) => lookWords[outcome]?.group === "found").length;
  const last = looks.at(-1);
  return `${found} of ${looks.length} looks found it${last ? `; the last, ${wordsOf(last)}` : ""}`;
}
