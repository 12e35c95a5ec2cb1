import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";

/** Makes an article another editor's own. */
export const handOver = command({
  name: "article.hand-over",
  input: z.strictObject({ articleId: ArticleId, ownerId: UserId }),
  run: (actor, { articleId, ownerId }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.handOver", actor, { ownerId: UserId.parse(article.ownerId) }))
        return fail({ kind: "forbidden", message: "Only its owner or an admin hands an article over." });
      const owner = await tx.user.findUnique({ where: { id: ownerId } });
      if (!owner || owner.deactivatedAt || !owner.roles.includes("editor"))
        return fail({ kind: "invalid", message: "An article is handed over to an editor who is here." });

      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { ownerId, version: { increment: 1 } },
      });
      await record(tx, actor, {
        type: "article.handed-over",
        article: articleId,
        data: { from: article.ownerId, to: ownerId, name: owner.name },
      });
      return ok({ version });
    }),
});
