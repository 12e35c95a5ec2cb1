import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** Tells whoever has an article open to look again, where something around it changed that is no event of its own. */
export async function tellWorkspaces(tx: Tx, articleId: ArticleId): Promise<void> {
  await tx.$executeRaw`
    select pg_notify('imprimatur', json_build_object('article', ${articleId}::text, 'type', 'article.recounted')::text)`;
}
