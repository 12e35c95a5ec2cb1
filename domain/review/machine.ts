/** The states of a draft, in the order that it goes through them. */
export const articleStates = ["writing", "in_review", "changes_requested", "approved", "scheduled"] as const;
export type ArticleState = (typeof articleStates)[number];

/**
 * Every way a draft can move. The database holds the same rows (table `transition`) and refuses any other move; a test
 * compares the two. `amend` is what an edit of approved text does by itself: it goes back under review.
 */
export const transitions = {
  submit: { from: ["writing", "changes_requested"], to: "in_review" },
  withdraw: { from: ["in_review", "approved"], to: "writing" },
  requestChanges: { from: ["in_review", "approved"], to: "changes_requested" },
  approve: { from: ["in_review"], to: "approved" },
  amend: { from: ["approved", "scheduled"], to: "in_review" },
  schedule: { from: ["approved"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "approved" },
  refuse: { from: ["scheduled"], to: "in_review" },
  publish: { from: ["approved", "scheduled"], to: "writing" },
} as const satisfies Record<string, Move>;

export type Transition = keyof typeof transitions;

/** Whether a draft in this state may make this move. */
export function canMove(from: ArticleState, name: Transition): boolean {
  const move: Move = transitions[name];
  return move.from.includes(from);
}

type Move = { from: readonly ArticleState[]; to: ArticleState };
