import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { canMove, transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { closeReview } from "@/server/db/reviews";

/** Takes a submitted draft back to the writing desk; approvals that were given stand for as long as their text does. */
export const withdraw = command({
  name: "review.withdraw",
  input: z.strictObject({ articleId: ArticleId }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.withdraw", actor)) return fail({ kind: "forbidden" });
      if (!canMove(article.state, "withdraw"))
        return fail({ kind: "wrong-state", message: "The draft is not with the reviewers." });
      await closeReview(tx, articleId, "withdrawn");
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { state: transitions.withdraw.to, version: { increment: 1 } },
      });
      await record(tx, actor, { type: "review.withdrawn", article: articleId, data: {} });
      return ok({ version });
    }),
});
