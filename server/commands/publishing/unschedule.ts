import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { canMove, transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { noJson } from "@/server/db/rows";

/** Takes a scheduled draft off the schedule; it stays approved. */
export const unschedule = command({
  name: "publishing.unschedule",
  input: z.strictObject({ articleId: ArticleId }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.schedule", actor)) return fail({ kind: "forbidden" });
      if (!canMove(article.state, "unschedule"))
        return fail({ kind: "wrong-state", message: "The draft is not scheduled." });
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: {
          state: transitions.unschedule.to,
          scheduledFor: null,
          scheduledById: null,
          scheduledAs: noJson,
          version: { increment: 1 },
        },
      });
      await record(tx, actor, { type: "article.unscheduled", article: articleId, data: {} });
      return ok({ version });
    }),
});
