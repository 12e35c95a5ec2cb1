import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { rebakeArticle, rebakeLists } from "@/server/baking/from-database";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";

/** Takes an article off the site because the law says so: its paths answer 410 with the reason. Its editions are kept. */
export const withdrawByLaw = command({
  name: "publishing.withdraw-by-law",
  input: z.strictObject({ articleId: ArticleId, reason: z.string().trim().min(1).max(2000) }),
  run: (actor, { articleId, reason }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.withdrawByLaw", actor)) return fail({ kind: "forbidden" });
      if (!article.liveEditionId || article.withdrawnAt)
        return fail({ kind: "wrong-state", message: "Nothing of it is on the site." });
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { withdrawnAt: new Date(), withdrawnWhy: reason, version: { increment: 1 } },
      });
      await rebakeArticle(tx, articleId);
      await rebakeLists(tx);
      await record(tx, actor, { type: "article.withdrawn", article: articleId, data: { reason } });
      return ok({ version });
    }),
});
