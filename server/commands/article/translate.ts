import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { isTranslatedInto, joinWork } from "@/server/db/translations";

/**
 * Says that an article is a translation of another, of the edition that readers have of it now; or with `otherId` null that
 * it is none, and none is one of it. Pages of those that are published name each other soon after.
 */
export const translate = command({
  name: "article.translate",
  input: z.strictObject({ articleId: ArticleId, otherId: ArticleId.nullable() }),
  run: (actor, { articleId, otherId }) =>
    inTransaction(async (tx) => {
      if (articleId === otherId) return fail({ kind: "invalid", message: "An article is no translation of itself." });
      const locked = [articleId, ...(otherId ? [otherId] : [])].sort();
      const articles = new Map<string, { locale: string | null; title: string }>();
      for (const id of locked) {
        const article = await lockArticle(tx, id);
        if (!article) return fail({ kind: "not-found" });
        articles.set(id, article);
      }
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      const before = await tx.translation.findUnique({ where: { articleId } });
      if (otherId) {
        if ((await tx.translation.count({ where: { ofArticle: articleId } })) > 0)
          return fail({ kind: "invalid", message: "Others are translations of this article: it is their original." });
        if (await isTranslatedInto(tx, otherId, articles.get(articleId)?.locale ?? null, articleId))
          return fail({
            kind: "invalid",
            message: "Say first which languages they are in: two of one work differ in that.",
          });
        await joinWork(tx, articleId, otherId);
      } else await leaveWork(tx, articleId);
      // Those that were named before name it no more.
      const left =
        before && (await tx.translation.findFirst({ where: { work: before.work, articleId: { not: articleId } } }));
      await bump(tx, locked);
      await record(tx, actor, {
        type: "article.translated",
        article: articleId,
        data: {
          other: otherId,
          title: otherId ? (articles.get(otherId)?.title ?? null) : null,
          left: left?.articleId ?? null,
        },
      });
      return ok({});
    }),
});

async function leaveWork(tx: Tx, articleId: ArticleId): Promise<void> {
  await tx.translation.updateMany({ where: { ofArticle: articleId }, data: { ofArticle: null, ofEdition: null } });
  await tx.translation.deleteMany({ where: { articleId } });
}

/** Every command under an article raises its version, so that open workspaces see what changed. */
const bump = (tx: Tx, ids: string[]) =>
  tx.article.updateMany({ where: { id: { in: ids } }, data: { version: { increment: 1 } } });
