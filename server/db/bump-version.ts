import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** Raises an article's version for a command that leaves its text alone, under the row lock that the command holds. */
export async function bumpVersion(tx: Tx, articleId: ArticleId): Promise<number> {
  const { version } = await tx.article.update({
    where: { id: articleId },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}
