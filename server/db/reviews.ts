import { type ArticleId, ReviewId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** The article's open round, or null. */
export async function openReviewOf(tx: Tx, articleId: ArticleId): Promise<ReviewId | null> {
  const row = await tx.review.findFirst({ where: { articleId, closedAt: null }, select: { id: true } });
  return row ? ReviewId.parse(row.id) : null;
}

/** Closes the open round, if there is one, with how it ended. */
export async function closeReview(
  tx: Tx,
  articleId: ArticleId,
  outcome: "published" | "changes_requested" | "withdrawn",
): Promise<void> {
  await tx.review.updateMany({ where: { articleId, closedAt: null }, data: { closedAt: new Date(), outcome } });
}
