import type { ArticleState } from "@/domain/review/machine";
import type { WorkspaceMoves } from "./view";

/** The one next step of a draft: what its button says, and why it cannot be pressed if it can't. */
export type NextStep =
  | { kind: "submit" | "review" | "publish"; label: string; blocked: string | null }
  | { kind: "wait"; label: string; blocked: string };

type Facts = {
  state: ArticleState;
  blockers: number;
  openComments: number;
  /** Obstacles to publication other than the blockers and the state: missing approvals, an unchanged text. */
  unchanged: boolean;
  may: WorkspaceMoves;
};

/** The next allowed step, as one button that says what is missing where it cannot be pressed. */
export function nextStep({ state, blockers, openComments, unchanged, may }: Facts): NextStep {
  const left = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"} left`;
  if (state === "writing" || state === "changes_requested") {
    const hard = blockers - openComments;
    if (!may.submit) return { kind: "wait", label: "With the editors", blocked: "An editor submits the draft." };
    if (hard > 0)
      return { kind: "submit", label: `Submit · ${left(hard, "blocker")}`, blocked: "Blockers come first." };
    if (unchanged)
      return { kind: "submit", label: "Published as it stands", blocked: "Nothing changed since the last edition." };
    return { kind: "submit", label: "Submit for review", blocked: null };
  }
  if (state === "in_review")
    return may.approve
      ? { kind: "review", label: "Review", blocked: null }
      : { kind: "wait", label: "With the reviewers", blocked: "A reviewer reads it now." };
  if (!may.publish)
    return { kind: "wait", label: "Approved", blocked: "Somebody who may publish takes the last step." };
  if (blockers > 0)
    return { kind: "publish", label: `Publish · ${left(blockers, "blocker")}`, blocked: "Blockers come first." };
  if (state === "scheduled") return { kind: "publish", label: "Publish now instead", blocked: null };
  return { kind: "publish", label: "Publish", blocked: null };
}
