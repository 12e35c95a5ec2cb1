import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { standingEdition } from "@/server/db/translations";

/** Says that a translation follows an edition of its original: the newest one, which the editor has to have seen. */
export const catchUp = command({
  name: "article.catch-up",
  input: z.strictObject({ articleId: ArticleId, edition: z.int().positive() }),
  run: (actor, { articleId, edition }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      const own = await tx.translation.findUnique({ where: { articleId } });
      if (!own?.ofArticle) return fail({ kind: "wrong-state", message: "It is no translation." });
      if ((await standingEdition(tx, own.ofArticle)) !== edition)
        return fail({ kind: "stale", message: "The original has moved on meanwhile. Look again." });
      if (own.ofEdition === edition) return ok({ version: article.version });
      await tx.translation.update({ where: { articleId }, data: { ofEdition: edition } });
      const { version } = await tx.article.update({ where: { id: articleId }, data: { version: { increment: 1 } } });
      await record(tx, actor, { type: "article.caught-up", article: articleId, data: { edition } });
      return ok({ version });
    }),
});
