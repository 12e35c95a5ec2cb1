import { type Actor, may } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { canMove } from "@/domain/review/machine";
import type { Draft } from "@/server/db/draft";
import type { Judged } from "@/server/db/gate";

/** What this person may do with an article as it stands: the buttons of the workspace. */
export type Moves = ReturnType<typeof movesFor>;

/** Asks the permission table and the state table; the commands ask both again. */
export function movesFor(actor: Actor, article: Draft["article"], live: Judged["live"]) {
  const { state, withdrawnAt } = article;
  const onPage = live !== null && withdrawnAt === null;
  return {
    edit: may("article.edit", actor),
    comment: may("article.comment", actor),
    submit: canMove(state, "submit") && may("article.submit", actor),
    withdraw: canMove(state, "withdraw") && may("article.withdraw", actor),
    approve: state === "in_review" && may("section.approve", actor, { contributors: [] }),
    sendBack: canMove(state, "requestChanges") && may("review.sendBack", actor),
    publish: may("article.publish", actor) && withdrawnAt === null,
    schedule: canMove(state, "schedule") && may("article.schedule", actor),
    unschedule: canMove(state, "unschedule") && may("article.schedule", actor),
    retract: onPage && live.kind !== "retraction" && may("article.retract", actor),
    withdrawByLaw: onPage && may("article.withdrawByLaw", actor),
    restore: may("article.restore", actor),
    rename: live === null && may("article.edit", actor),
    handOver: may("article.handOver", actor, { ownerId: UserId.parse(article.ownerId) }),
    requestWaiver: may("waiver.request", actor),
    editSources: may("source.edit", actor),
  };
}
