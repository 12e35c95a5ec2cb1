import { type Actor, may } from "@/domain/access/policy";
import type { SectionId } from "@/domain/ids";
import { fail, ok, type Result } from "@/domain/result";
import { type ArticleState, canMove } from "@/domain/review/machine";
import type { Finding } from "@/domain/rules/finding";

/** Every kind of edition, in the words that readers see. */
export const editionKinds = ["first", "update", "correction", "retraction"] as const;
export type EditionKind = (typeof editionKinds)[number];

/** What a person asks for: a plain publication, or a correction with its note. */
export type PublishRequest = { kind: "publish" | "correction"; note: string | null };

/** All that the decision looks at. `blockers` are the open ones; `unapproved` the sections without a standing approval. */
export type PublishFacts = {
  state: ArticleState;
  /** The kind of the edition that readers see now, null when there is none. */
  live: EditionKind | null;
  withdrawn: boolean;
  blockers: readonly Finding[];
  unapproved: readonly { section: SectionId; heading: string }[];
  /** Whether text, topics and address are the same as the live edition's, so that there is nothing new to publish. */
  unchanged: boolean;
};

/** One thing that stands between a draft and its readers, in words. */
export type Obstacle =
  | { kind: "wrong-state"; message: string }
  | { kind: "withdrawn"; message: string }
  | { kind: "open-blocker"; message: string; finding: Finding }
  | { kind: "unapproved"; message: string; section: SectionId }
  | { kind: "note-missing"; message: string }
  | { kind: "nothing-to-correct"; message: string }
  | { kind: "nothing-new"; message: string };

export type PublishRefusal = { kind: "forbidden" } | { kind: "blocked"; message: string; obstacles: Obstacle[] };

/** Decides whether this draft is published, and as what; a refusal says everything that is missing, not the first thing. */
export function decidePublish(
  actor: Actor,
  request: PublishRequest,
  facts: PublishFacts,
): Result<{ kind: EditionKind }, PublishRefusal> {
  if (!may("article.publish", actor)) return fail({ kind: "forbidden" });
  const obstacles = obstaclesTo(request, facts);
  if (obstacles.length > 0) return fail({ kind: "blocked", message: inOneSentence(obstacles), obstacles });
  if (!facts.live) return ok({ kind: "first" });
  return ok({ kind: request.kind === "correction" ? "correction" : "update" });
}

/** Everything that stands between a draft and its readers; empty when it may go. The button's words come from here too. */
export function obstaclesTo(request: PublishRequest, facts: PublishFacts): Obstacle[] {
  const found: Obstacle[] = [];
  if (facts.withdrawn)
    found.push({ kind: "withdrawn", message: "The article was withdrawn; nothing of it is published again." });
  for (const finding of facts.blockers) found.push({ kind: "open-blocker", message: finding.message, finding });
  for (const { section, heading } of facts.unapproved)
    found.push({ kind: "unapproved", message: `“${heading}” is not approved as it stands.`, section });
  if (!canMove(facts.state, "publish")) found.push({ kind: "wrong-state", message: stateWords[facts.state] });
  if (request.kind === "correction" && !request.note?.trim())
    found.push({ kind: "note-missing", message: "A correction needs a note that tells readers what was wrong." });
  if (request.kind === "correction" && !facts.live)
    found.push({ kind: "nothing-to-correct", message: "Nothing is published yet, so there is nothing to correct." });
  if (facts.unchanged && facts.live !== "retraction")
    found.push({ kind: "nothing-new", message: "The text is the same as the published edition's." });
  return found;
}

const stateWords: Record<ArticleState, string> = {
  writing: "The draft was not submitted for review.",
  in_review: "The review is not finished.",
  changes_requested: "The reviewer asked for changes.",
  approved: "The draft is approved.",
  scheduled: "The draft is scheduled.",
};

function inOneSentence(obstacles: Obstacle[]): string {
  const first = obstacles[0]?.message ?? "";
  return obstacles.length === 1
    ? first
    : `${first} ${obstacles.length - 1} more ${obstacles.length === 2 ? "thing stands" : "things stand"} in the way.`;
}
