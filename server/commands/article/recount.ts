import { z } from "zod";
import { ArticleId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { db, inTransaction } from "@/server/db";
import { articlesCiting } from "@/server/db/articles-citing";
import { lockDraft } from "@/server/db/draft";
import { recountDraft } from "@/server/db/recount-draft";
import { tellWorkspaces } from "@/server/db/tell-workspaces";

/**
 * Counts the open findings of drafts again after something around them changed: a waiver ran out, an article that they
 * link to was published or taken away, something came to be known of a source that they list, or the house made another
 * choice about a rule. The gate judges anew anyway; this keeps the lists right.
 */
export const recount = command({
  name: "article.recount",
  input: z.union([
    z.strictObject({ articleId: ArticleId }),
    z.strictObject({ linkingTo: ArticleId }),
    z.strictObject({ citing: SourceId }),
    z.strictObject({ everything: z.literal(true) }),
  ]),
  run: async (actor, asked) => {
    if (actor.id) return fail({ kind: "forbidden" });
    const articles = await articlesOf(asked);
    for (const articleId of articles)
      await inTransaction(async (tx) => {
        const draft = await lockDraft(tx, articleId);
        if (!draft) return;
        await recountDraft(tx, articleId, draft);
        await tellWorkspaces(tx, articleId);
      });
    return ok({ articles: articles.length });
  },
});

type Asked = { articleId: ArticleId } | { linkingTo: ArticleId } | { citing: SourceId } | { everything: true };

async function articlesOf(asked: Asked): Promise<ArticleId[]> {
  if ("articleId" in asked) return [asked.articleId];
  if ("citing" in asked) return articlesCiting(db, asked.citing);
  return "everything" in asked ? allArticles() : linkingTo(asked.linkingTo);
}

async function linkingTo(target: ArticleId): Promise<ArticleId[]> {
  const rows = await db.$queryRaw<{ article_id: string }[]>`
    select distinct article_id from section
    where deleted_at is null
      and jsonb_path_exists(body, '$.**.marks[*].attrs ? (@.article == $target)', jsonb_build_object('target', ${target}::text))`;
  return rows.map((row) => ArticleId.parse(row.article_id));
}

async function allArticles(): Promise<ArticleId[]> {
  const rows = await db.article.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  return rows.map((row) => ArticleId.parse(row.id));
}
