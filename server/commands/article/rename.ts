import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { isFreeFor, lockSlugs } from "@/server/db/begin-article";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";

/**
 * Gives an article another address. Readers of one that is published find it there from its next edition on, and by all the
 * addresses that it was published under before; none of those is ever given to another article.
 */
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
      if (article.withdrawnAt)
        return fail({ kind: "wrong-state", message: "It was withdrawn: its addresses say so, and stay." });
      if (article.slug === slug) return ok({ slug, version: article.version });
      await lockSlugs(tx);
      if (!(await isFreeFor(tx, articleId, slug)))
        return fail({ kind: "taken", message: "This address is another article’s, or was when it was published." });

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
