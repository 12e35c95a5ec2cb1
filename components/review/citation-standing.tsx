import { CoverShape } from "@/components/article/coverage-marks";
import { When } from "@/components/ui/when";
import type { Standing } from "@/domain/review/verification";

/** How a citation stands, by whose word and since when; `now` is the moment that the screen was drawn at. */
export function CitationStanding({ standing, now }: { standing: Standing; now: string }) {
  if (standing.state === "verified")
    return (
      <p className="inline-flex items-center gap-1.5 text-[13px] font-medium text-ok">
        <CoverShape shape="verified" />
        <span>
          Verified by {standing.word.by} <When at={standing.word.at} now={now} />
        </span>
      </p>
    );
  if (standing.state === "disputed")
    return (
      <p className="text-[13px] text-ink">
        <b className="font-semibold text-blocker">
          Disputed by {standing.word.by} <When at={standing.word.at} now={now} />:
        </b>{" "}
        {standing.word.note}
      </p>
    );
  const { former } = standing;
  return (
    <p className="inline-flex items-center gap-1.5 text-[13px] text-ink-soft">
      <CoverShape shape="cited" />
      {former ? (
        <span>
          Not verified as it stands: {former.by} {former.verdict} an earlier state <When at={former.at} now={now} />
        </span>
      ) : (
        "Not verified yet"
      )}
    </p>
  );
}
