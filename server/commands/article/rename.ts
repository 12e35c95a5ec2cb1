import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { reservedSlugs } from "@/domain/publishing/address";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockSlugs } from "@/server/db/begin-article";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";

/** Gives an article another address, for as long as no reader can have it. */
export const rename = command({
  name: "article.rename",
  input: z.strictObject({
    articleId: ArticleId,
    slug: z
      .string()
      .max(200)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "words in a–z and 0–9 with dashes between"),
  }),
  run: (actor, { articleId, slug }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      if (await tx.edition.findFirst({ where: { articleId }, select: { id: true } }))
        return fail({ kind: "wrong-state", message: "It was published: its address is for ever." });
      await lockSlugs(tx);
      const holder = await tx.article.findUnique({ where: { slug }, select: { id: true } });
      if (reservedSlugs.includes(slug) || (holder && holder.id !== articleId))
        return fail({ kind: "taken", message: "This address is taken." });

      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { slug, version: { increment: 1 } },
      });
      await record(tx, actor, {
        type: "article.renamed",
        article: articleId,
        data: { from: article.slug, to: slug },
      });
      return ok({ slug, version });
    }),
});
