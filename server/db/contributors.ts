import { type ArticleId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/**
 * Who wrote what changed in each live section since another text of it was last approved, from the step log alone.
 * The database derives the same again, for every approval, by the same function.
 */
export async function contributorsOf(tx: Tx, articleId: ArticleId): Promise<Map<string, UserId[]>> {
  const rows = await tx.$queryRaw<{ id: string; contributors: string[] }[]>`
    select id, contributors_of(id) as contributors from section
    where article_id = ${articleId}::uuid and deleted_at is null`;
  return new Map(rows.map((row) => [row.id, row.contributors.map((id) => UserId.parse(id))]));
}
