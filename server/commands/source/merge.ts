import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { record } from "@/server/db/events";
import { lockSources } from "@/server/db/sources";
import { resaveArticles } from "./resave-articles";

/**
 * Makes one source of two: what rested on `drop` rests on `keep`, which gets its identifiers too; `version` is that of
 * `keep`. An article that has an entry for both keeps both, and the rules say so.
 */
export const merge = command({
  name: "source.merge",
  input: z.strictObject({ keep: SourceId, drop: SourceId, version: z.int() }),
  run: (actor, { keep, drop, version }) =>
    inTransaction(async (tx) => {
      if (!may("source.merge", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (keep === drop) return fail({ kind: "invalid", message: "A source is not merged into itself." });
      await lockSources(tx, [keep, drop]);
      const kept = await tx.source.findUnique({ where: { id: keep } });
      const dropped = await tx.source.findUnique({ where: { id: drop } });
      if (!kept || !dropped) return fail({ kind: "not-found" });
      if (kept.mergedIntoId || dropped.mergedIntoId)
        return fail({ kind: "wrong-state", message: "One of the two was merged before." });
      if (kept.version !== version)
        return fail({ kind: "stale", message: "Somebody else changed the source. Look at it again." });

      const rebound = await rebind(tx, drop, keep);
      await tx.sourceKey.updateMany({ where: { sourceId: drop }, data: { sourceId: keep } });
      await tx.source.updateMany({
        where: { OR: [{ id: drop }, { mergedIntoId: drop }] },
        data: { mergedIntoId: keep },
      });
      await tx.source.update({ where: { id: keep }, data: { version: version + 1, updatedAt: new Date() } });
      const fact = {
        type: "source.merged",
        data: { source: keep, dropped: drop, title: kept.title, droppedTitle: dropped.title },
      } as const;
      const articles = await resaveArticles(tx, actor, [...rebound.keys()], fact, rebound);
      await record(tx, actor, { ...fact, article: null });
      return ok({ version: version + 1, articles });
    }),
});

/** Moves all entries of a source, those that were taken off their lists too; answers them by article. */
async function rebind(tx: Tx, from: SourceId, to: SourceId): Promise<Map<ArticleId, ReferenceId[]>> {
  const rows = await tx.reference.findMany({
    where: { sourceId: from },
    orderBy: { articleId: "asc" },
    select: { id: true, articleId: true },
  });
  const moved = new Map<ArticleId, ReferenceId[]>();
  for (const row of rows) {
    const articleId = ArticleId.parse(row.articleId);
    moved.set(articleId, [...(moved.get(articleId) ?? []), ReferenceId.parse(row.id)]);
  }
  await tx.reference.updateMany({ where: { sourceId: from }, data: { sourceId: to } });
  return moved;
}
