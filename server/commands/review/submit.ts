import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReviewId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { canMove, transitions } from "@/domain/review/machine";
import { openBlockers } from "@/domain/rules/gate";
import { judge } from "@/domain/rules/judge";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { keepRevision } from "@/server/db/revisions";
import { noJson } from "@/server/db/rows";
import { waiversOf } from "@/server/db/waivers";

/** Hands a draft to the reviewers and opens a round. Refused while blockers are open; open comments may go along. */
export const submit = command({
  name: "review.submit",
  input: z.strictObject({ articleId: ArticleId, note: z.string().trim().max(5000) }),
  run: (actor, { articleId, note }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("article.submit", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (!canMove(draft.article.state, "submit"))
        return fail({ kind: "wrong-state", message: "The draft is with the reviewers already." });
      const findings = openBlockers(judge(draft.manuscript), await waiversOf(tx, articleId), new Date()).filter(
        (finding) => finding.rule !== "comment/open",
      );
      if (findings.length > 0)
        return fail({ kind: "blocked", message: `${findings.length} blockers are open.`, findings });

      const number = (await tx.review.count({ where: { articleId } })) + 1;
      const review = await tx.review.create({
        data: { id: newId(), articleId, number, submittedById: actor.id, note },
      });
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { state: transitions.submit.to, version: { increment: 1 }, refusal: noJson },
      });
      await keepRevision(tx, draft, { kind: "submitted", note, author: actor.id, version });
      await record(tx, actor, {
        type: "review.submitted",
        article: articleId,
        data: { review: review.id, number, note },
      });
      return ok({ reviewId: ReviewId.parse(review.id), version });
    }),
});
