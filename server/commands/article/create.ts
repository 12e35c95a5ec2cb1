import { z } from "zod";
import { may } from "@/domain/access/policy";
import { emptyDocument } from "@/domain/document/empty";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { beginArticle } from "@/server/db/begin-article";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";

/** Begins an article with a title and one empty section. An id given twice by the same person is one article. */
export const create = command({
  name: "article.create",
  input: z.strictObject({ title: z.string().trim().max(300), id: ArticleId.optional() }),
  run: (actor, { title, id }) =>
    inTransaction(async (tx) => {
      if (!may("article.create", actor) || !actor.id) return fail({ kind: "forbidden" });
      const articleId = id ?? ArticleId.parse(newId());
      const standing = await tx.article.findUnique({ where: { id: articleId } });
      if (standing?.ownerId === actor.id && standing.version === 1)
        return ok({ articleId, slug: standing.slug, version: standing.version });
      if (standing) return fail({ kind: "taken", message: "There is an article with this id already." });

      const document = emptyDocument(title, { front: newId(), section: newId() });
      const { slug, version } = await beginArticle(tx, {
        articleId,
        document,
        references: [],
        reason: "created",
        author: actor.id,
        name: title,
      });
      await record(tx, actor, { type: "article.created", article: articleId, data: { title, slug } });
      return ok({ articleId, slug, version });
    }),
});
