import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { canMove, transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { closeReview, openReviewOf } from "@/server/db/reviews";

/** Sends a draft back to its writers with words, and closes the round. */
export const requestChanges = command({
  name: "review.request-changes",
  input: z.strictObject({ articleId: ArticleId, words: z.string().trim().min(1).max(5000) }),
  run: (actor, { articleId, words }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("review.sendBack", actor) || !actor.id) return fail({ kind: "forbidden" });
      const review = await openReviewOf(tx, articleId);
      if (!review || !canMove(article.state, "requestChanges"))
        return fail({ kind: "wrong-state", message: "The draft is not under review." });
      await tx.verdict.create({
        data: { id: newId(), reviewId: review, reviewerId: actor.id, kind: "changes_requested", words },
      });
      await closeReview(tx, articleId, "changes_requested");
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { state: transitions.requestChanges.to, version: { increment: 1 } },
      });
      await record(tx, actor, { type: "review.changes-requested", article: articleId, data: { review, words } });
      return ok({ version });
    }),
});
