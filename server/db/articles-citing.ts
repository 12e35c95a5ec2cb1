import { ArticleId, type SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** The articles whose draft has an entry for a source, in the order of their ids. */
export async function articlesCiting(tx: Pick<Tx, "reference">, source: SourceId): Promise<ArticleId[]> {
  const rows = await tx.reference.findMany({
    where: { sourceId: source, removedAt: null },
    distinct: ["articleId"],
    orderBy: { articleId: "asc" },
    select: { articleId: true },
  });
  return rows.map((row) => ArticleId.parse(row.articleId));
}
