import type { LinkState } from "@/domain/source/facts";
import { linkGroups, linkWords } from "@/domain/source/link-words";

const headings = { found: "Found", unknown: "Nobody can tell", lost: "Lost" } as const;
const inks = { found: "text-ok", unknown: "text-ink-soft", lost: "text-blocker" } as const;

/** How many sources are in which state, in three groups: each with its sum, then its parts. */
export function HealthCounts({ counts }: { counts: { state: LinkState; sources: number }[] }) {
  return (
    <div className="grid gap-px overflow-hidden rounded-md bg-rule ring-1 ring-rule sm:grid-cols-3">
      {linkGroups.map((group) => {
        const parts = counts.filter(({ state }) => linkWords[state].group === group);
        const sum = parts.reduce((all, { sources }) => all + sources, 0);
        return (
          <section key={group} className="bg-sheet p-5" aria-label={headings[group]}>
            <p className={`text-[13px] font-medium ${inks[group]}`}>{headings[group]}</p>
            <p className="mt-0.5 font-serif text-[31px] leading-9 font-semibold tabular-nums">
              {sum.toLocaleString("en-GB")}
            </p>
            <dl className="mt-2 grid gap-0.5 text-[13px] text-ink-soft">
              {parts.map(({ state, sources }) => (
                <div key={state} className="flex justify-between gap-4">
                  <dt>{linkWords[state].label}</dt>
                  <dd className="tabular-nums">{sources.toLocaleString("en-GB")}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
