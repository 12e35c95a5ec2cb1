import Link from "next/link";
import { StateTag } from "@/components/ui/state-tag";
import { When } from "@/components/ui/when";
import type { LinkState } from "@/domain/source/facts";
import { linkWords } from "@/domain/source/link-words";
import { CheckNow } from "./check-now";
import { groupTones } from "./health-tone";

/** A source that is not at its address any more. */
export type RottingSource = {
  id: string;
  title: string;
  url: string;
  state: LinkState;
  since: string;
  reason: string;
  archiveUrl: string | null;
  cited: number;
};

type Props = { sources: RottingSource[]; now: string; mayCheck: boolean };

/** What needs somebody, the most cited first: what happened, and the next step. */
export function RottingList({ sources, now, mayCheck }: Props) {
  if (sources.length === 0)
    return (
      <p className="border-y border-rule py-6 text-ink-soft">
        Every source that was looked at is still at its address, or nobody can tell yet.
      </p>
    );
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {sources.map(({ id, title, url, state, since, reason, archiveUrl, cited }) => (
        <li key={id} className="grid gap-x-6 gap-y-1.5 py-4 md:grid-cols-[minmax(0,1fr)_15rem_auto]">
          <div className="min-w-0">
            <Link
              href={`/desk/sources/${id}`}
              className="font-serif text-[17px] leading-6 font-semibold hover:text-accent"
            >
              {title}
            </Link>
            <p className="truncate text-[13px] text-ink-faint">{url}</p>
            <p className="mt-1 text-[14px] text-ink-soft">{reason}</p>
          </div>
          <div className="text-[13px] text-ink-soft">
            <StateTag tone={groupTones[linkWords[state].group]}>{linkWords[state].label}</StateTag>{" "}
            <When at={since} now={now} />
            <p className="mt-1.5">
              {cited === 0 ? "cited nowhere" : cited === 1 ? "one article rests on it" : `${cited} articles rest on it`}
            </p>
            <p className="mt-0.5 text-ink">
              {archiveUrl ? "Readers are pointed to the archive." : linkWords[state].next}
            </p>
          </div>
          {mayCheck ? (
            <div className="md:justify-self-end">
              <CheckNow sourceIds={[id]} label={`Check now: “${title}”`} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
