import type { ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import type { Tx } from "@/server/db";

/** Writes an article's whole source list, in its order. */
export async function addReferences(tx: Tx, articleId: ArticleId, references: readonly Reference[]): Promise<void> {
  await tx.reference.createMany({
    data: references.map(({ id, original, labels, ownNumber, source }, position) => ({
      id,
      articleId,
      position,
      original,
      labels: [...labels],
      ownNumber,
      sourceId: source?.id ?? null,
    })),
  });
}

/** The article's entry for a source: the one that it has, one that was taken off the list and comes back, or a new one. */
export async function referenceFor(
  tx: Tx,
  articleId: ArticleId,
  sourceId: SourceId,
  freshId: ReferenceId,
): Promise<{ id: string; added: boolean }> {
  const rows = await tx.reference.findMany({
    where: { articleId, sourceId },
    orderBy: { position: "asc" },
    select: { id: true, removedAt: true },
  });
  const standing = rows.find((row) => row.removedAt === null);
  if (standing) return { id: standing.id, added: false };
  const [gone] = rows;
  if (gone) {
    await tx.reference.update({
      where: { id: gone.id },
      data: { removedAt: null, position: await end(tx, articleId) },
    });
    return { id: gone.id, added: true };
  }
  await tx.reference.create({
    data: { id: freshId, articleId, sourceId, position: await end(tx, articleId), labels: [] },
  });
  return { id: freshId, added: true };
}

async function end(tx: Tx, articleId: ArticleId): Promise<number> {
  const last = await tx.reference.aggregate({ where: { articleId, removedAt: null }, _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}
