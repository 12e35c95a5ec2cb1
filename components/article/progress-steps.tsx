import type { ArticleState } from "@/domain/review/machine";

const steps = ["Writing", "In review", "Approved", "Published"] as const;

type Props = {
  state: ArticleState;
  editions: number;
  /** Whether the draft says what readers have already. */
  unchanged: boolean;
};

/** Where a draft stands on its way to readers; the step in hand is the one that is set off. */
export function ProgressSteps({ state, editions, unchanged }: Props) {
  const current = unchanged && state === "writing" ? 3 : stepOf(state);
  return (
    <ol aria-label="Progress" className="flex items-center gap-2 text-[13px] text-ink-faint">
      {steps.map((step, index) => (
        <li key={step} className="flex items-center gap-2" aria-current={index === current ? "step" : undefined}>
          {index > 0 ? <i aria-hidden className="block h-px w-4 bg-rule-strong xl:w-7" /> : null}
          <span
            className={
              index === current
                ? "rounded-full bg-wash px-3 py-1 font-semibold whitespace-nowrap text-ink"
                : "whitespace-nowrap"
            }
          >
            {index === 3 && editions > 0
              ? `Edition ${editions} published`
              : index === current
                ? label(state, step)
                : step}
          </span>
        </li>
      ))}
    </ol>
  );
}

const stepOf = (state: ArticleState): number =>
  state === "in_review" ? 1 : state === "approved" || state === "scheduled" ? 2 : 0;

const label = (state: ArticleState, step: string): string =>
  state === "changes_requested" ? "Changes requested" : state === "scheduled" ? "Scheduled" : step;
