import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";

/**
 * Says that two articles are one work in two languages, or with `otherId` null that this one is no translation any more.
 * Pages of those that are published name each other soon after.
 */
export const translate = command({
  name: "article.translate",
  input: z.strictObject({ articleId: ArticleId, otherId: ArticleId.nullable() }),
  run: (actor, { articleId, otherId }) =>
    inTransaction(async (tx) => {
      if (articleId === otherId) return fail({ kind: "invalid", message: "An article is no translation of itself." });
      for (const id of [articleId, ...(otherId ? [otherId] : [])].sort())
        if (!(await lockArticle(tx, id))) return fail({ kind: "not-found" });
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      const before = await tx.translation.findUnique({ where: { articleId } });
      if (otherId) {
        const languages = await languagesOf(tx, articleId, otherId);
        if (languages.clash)
          return fail({
            kind: "invalid",
            message: "Say first which languages they are in: two of one work differ in that.",
          });
        await tx.translation.upsert({
          where: { articleId },
          create: { articleId, work: languages.work },
          update: { work: languages.work },
        });
        await tx.translation.upsert({
          where: { articleId: otherId },
          create: { articleId: otherId, work: languages.work },
          update: {},
        });
      } else await tx.translation.deleteMany({ where: { articleId } });
      // Those that were named before name it no more.
      const left = before
        ? await tx.translation.findFirst({ where: { work: before.work, articleId: { not: articleId } } })
        : null;
      const other = otherId ? await tx.article.findUnique({ where: { id: otherId }, select: { title: true } }) : null;
      await record(tx, actor, {
        type: "article.translated",
        article: articleId,
        data: { other: otherId, title: other?.title ?? null, left: left?.articleId ?? null },
      });
      return ok({});
    }),
});

/** The work of the other, and whether one of it is in the language of this one. */
async function languagesOf(tx: Tx, articleId: ArticleId, otherId: ArticleId) {
  const known = await tx.translation.findUnique({ where: { articleId: otherId }, select: { work: true } });
  const work = known?.work ?? newId();
  const members = await tx.translation.findMany({ where: { work }, select: { articleId: true } });
  const ids = [...new Set([articleId, otherId, ...members.map((one) => one.articleId)])];
  const articles = await tx.article.findMany({ where: { id: { in: ids } }, select: { locale: true } });
  const languages = articles.map(({ locale }) => locale?.split("-")[0] ?? "");
  return { work, clash: new Set(languages).size < languages.length };
}
