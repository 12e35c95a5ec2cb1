import { ArticleId, ReferenceId, type SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Moved } from "./shape";

/** References by the article that has them on its list. */
export type ByArticle = Map<ArticleId, ReferenceId[]>;

/** Moves all entries of a source to another, those that were taken off their lists too. */
export async function moveReferences(tx: Tx, from: SourceId, to: SourceId): Promise<Moved["references"]> {
  const rows = await tx.reference.findMany({
    where: { sourceId: from },
    orderBy: { articleId: "asc" },
    select: { id: true, articleId: true, removedAt: true },
  });
  await tx.reference.updateMany({ where: { sourceId: from }, data: { sourceId: to } });
  return rows.map(({ id, articleId, removedAt }) => ({ id, articleId, removed: removedAt !== null }));
}

/**
 * Moves back those of the entries that still are what they were: on the list, and of this source. The others are
 * answered in `left`, each with its article and why it stays.
 */
export async function returnReferences(
  tx: Tx,
  moved: Moved["references"],
  from: SourceId,
  to: SourceId,
): Promise<{ returned: ByArticle; left: { articleId: ArticleId; why: "removed" | "other-source" }[] }> {
  const wanted = new Map(moved.map((reference) => [reference.id, reference]));
  const rows = await tx.reference.findMany({
    where: { id: { in: [...wanted.keys()] } },
    orderBy: [{ articleId: "asc" }, { id: "asc" }],
    select: { id: true, articleId: true, sourceId: true, removedAt: true },
  });
  const isRemovedSince = (row: (typeof rows)[number]) => row.removedAt !== null && !wanted.get(row.id)?.removed;
  const same = rows.filter((row) => row.sourceId === from && !isRemovedSince(row));
  await tx.reference.updateMany({ where: { id: { in: same.map(({ id }) => id) } }, data: { sourceId: to } });
  return {
    returned: byArticle(same),
    left: rows
      .filter((row) => !same.includes(row))
      .map((row) => ({
        articleId: ArticleId.parse(row.articleId),
        why: row.sourceId === from ? ("removed" as const) : ("other-source" as const),
      })),
  };
}

/** Groups references by article, in the articles' order. */
export function byArticle(rows: readonly { id: string; articleId: string }[]): ByArticle {
  const grouped: ByArticle = new Map();
  for (const row of rows) {
    const articleId = ArticleId.parse(row.articleId);
    grouped.set(articleId, [...(grouped.get(articleId) ?? []), ReferenceId.parse(row.id)]);
  }
  return grouped;
}
