import { When } from "@/components/ui/when";
import type { LinkState, StandingState } from "@/domain/source/facts";
import { linkWords } from "@/domain/source/link-words";
import { CheckNow } from "./check-now";
import { HealthMark, HealthShape } from "./health-mark";
import { HealthStrip } from "./health-strip";
import { standingWords } from "./standing-words";

type Props = {
  sourceId: string;
  link: {
    url: string;
    state: LinkState;
    since: string;
    checkedAt: string | null;
    reason: string;
    finalUrl: string | null;
    archiveUrl: string | null;
  } | null;
  looks: { at: string; outcome: string; status: number | null; reason: string }[];
  standing: { state: StandingState; checkedAt: string | null; notice: string | null; noticedOn: string | null } | null;
  mayCheck: boolean;
  now: string;
};

/** Whether a source is still there and still stands: what the looks come to, each look over time, and notices about the work. */
export function LinkSection({ sourceId, link, looks, standing, mayCheck, now }: Props) {
  return (
    <section aria-labelledby="health">
      <h2 id="health" className="mb-3 font-serif text-[20px] font-semibold">
        Health
      </h2>
      {link ? (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[14px]">
            <HealthMark link={link.state} standing={null} />
            <span className="text-ink-soft">
              since <When at={link.since} now={now} />
            </span>
          </div>
          <p className="mt-1 mb-3 text-[13.5px] text-ink-soft">
            {link.reason ? `${link.reason} ` : ""}
            {linkWords[link.state].next}
          </p>
          <HealthStrip looks={looks} />
          {link.finalUrl && link.finalUrl !== link.url ? (
            <p className="mt-2 text-[13px] [overflow-wrap:anywhere] text-ink-soft">It leads to {link.finalUrl}</p>
          ) : null}
          {link.archiveUrl ? (
            <p className="mt-2 text-[13px] [overflow-wrap:anywhere]">
              In a public archive:{" "}
              <a
                href={link.archiveUrl}
                target="_blank"
                rel="noreferrer"
                className="text-accent underline underline-offset-3"
              >
                {link.archiveUrl}
              </a>
            </p>
          ) : null}
          {mayCheck ? (
            <div className="mt-3">
              <CheckNow sourceIds={[sourceId]} />
            </div>
          ) : null}
        </>
      ) : (
        <p className="text-ink-soft">It has no address that could be looked at.</p>
      )}
      {standing ? (
        <div className="mt-5 border-t border-rule pt-4">
          <p className="flex flex-wrap items-center gap-x-2 text-[14px]">
            <HealthShape group={groupOf(standing.state)} />
            <span>The work: {standingWords[standing.state].toLowerCase()}</span>
            {standing.checkedAt ? (
              <span className="text-ink-soft">
                · looked up <When at={standing.checkedAt} now={now} />
              </span>
            ) : null}
          </p>
          {standing.notice ? (
            <p className="mt-1 text-[13px] [overflow-wrap:anywhere] text-ink-soft">
              By the notice {standing.notice}
              {standing.noticedOn ? ` of ${standing.noticedOn}` : ""}
            </p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

const groupOf = (state: StandingState): "found" | "unknown" | "lost" =>
  state === "retracted" || state === "concern" ? "lost" : state === "unchecked" ? "unknown" : "found";
