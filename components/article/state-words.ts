import type { ArticleState } from "@/domain/review/machine";
import type { Tone } from "@/components/ui/state-tag";

/** What the desk calls each state of a draft, and the colour that says how it stands. */
export const stateWords: Record<ArticleState, { label: string; tone: Tone }> = {
  writing: { label: "Writing", tone: "plain" },
  in_review: { label: "In review", tone: "accent" },
  changes_requested: { label: "Changes requested", tone: "warning" },
  approved: { label: "Approved", tone: "ok" },
  scheduled: { label: "Scheduled", tone: "ok" },
};
