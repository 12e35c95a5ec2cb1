import { z } from "zod";
import { may } from "@/domain/access/policy";
import { type ArticleId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { keyText, type IdentityKey } from "@/domain/source/identity";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { notePair } from "@/server/db/duplicates";
import { record } from "@/server/db/events";
import { returnHanging } from "@/server/db/merges/hanging";
import { partHealth } from "@/server/db/merges/health";
import { returnKeys } from "@/server/db/merges/keys";
import { returnReferences } from "@/server/db/merges/references";
import { Before, Moved } from "@/server/db/merges/shape";
import { recordFrom } from "@/server/db/rows";
import { lockSources } from "@/server/db/sources";
import { resaveArticles } from "./resave-articles";

/**
 * Takes a merge back: the merged source stands again with its record, identifiers and whatever hung on it, and those
 * references return to it that came over and are still what they were. `left` says in sentences what stays behind.
 */
export const unmerge = command({
  name: "source.unmerge",
  input: z.strictObject({ mergeId: z.uuid() }),
  run: (actor, { mergeId }) =>
    inTransaction(async (tx) => {
      if (!may("source.merge", actor) || !actor.id) return fail({ kind: "forbidden" });
      const asked = await tx.sourceMerge.findUnique({ where: { id: mergeId } });
      if (!asked) return fail({ kind: "not-found" });
      const [keep, drop] = [SourceId.parse(asked.keptId), SourceId.parse(asked.mergedId)];
      await lockSources(tx, [keep, drop]);
      const merge = await tx.sourceMerge.findUniqueOrThrow({ where: { id: mergeId } });
      const kept = await tx.source.findUniqueOrThrow({ where: { id: keep } });
      const dropped = await tx.source.findUniqueOrThrow({ where: { id: drop } });
      if (merge.undoneAt) return fail({ kind: "wrong-state", message: "This merge was taken back before." });
      if (dropped.mergedIntoId !== keep)
        return fail({
          kind: "wrong-state",
          message: `“${kept.title}” was merged into another source since. Take that back first.`,
        });

      const before = Before.parse(merge.before);
      const moved = Moved.parse(merge.moved);
      await tx.source.update({
        where: { id: drop },
        data: { mergedIntoId: null, version: dropped.version + 1, updatedAt: new Date() },
      });
      await tx.source.updateMany({
        where: { id: { in: moved.sources }, mergedIntoId: keep },
        data: { mergedIntoId: drop },
      });
      await tx.source.update({
        where: { id: keep },
        data: {
          version: kept.version + 1,
          tags: kept.tags.filter((tag) => !moved.tags.includes(tag)),
          updatedAt: new Date(),
        },
      });
      const { returned, left } = await returnReferences(tx, moved.references, keep, drop);
      await returnHanging(tx, moved, keep, drop);
      await partHealth(tx, keep, before.kept, drop, before.merged);
      const keys = await returnKeys(tx, before.merged, drop, keep, recordFrom(kept.record));
      if (keys.length > 0) await notePair(tx, keep, drop, { score: 1, reason: "one identifier, taken by the other" });
      await tx.sourceMerge.update({ where: { id: mergeId }, data: { undoneAt: new Date(), undoneById: actor.id } });

      const fact = {
        type: "source.unmerged",
        data: { source: keep, dropped: drop, title: kept.title, droppedTitle: dropped.title },
      } as const;
      const articles = await resaveArticles(tx, actor, [...returned.keys()], fact, returned);
      const sentences = [...(await inWords(tx, left)), ...keys.map(staysWith)];
      await record(tx, actor, { ...fact, article: null, data: { ...fact.data, left: sentences } });
      return ok({ sourceId: drop, version: kept.version + 1, articles, left: sentences });
    }),
});

const reasons = {
  removed: "its entry was taken off the list since the merge, and stays with the kept source",
  "other-source": "its entry was bound to another source since the merge",
} as const;

async function inWords(tx: Tx, left: { articleId: ArticleId; why: keyof typeof reasons }[]): Promise<string[]> {
  const ids = left.map(({ articleId }) => articleId);
  const rows = await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
  const titles = new Map<string, string>(rows.map(({ id, title }) => [id, title]));
  return left.map(({ articleId, why }) => `“${titles.get(articleId) ?? ""}”: ${reasons[why]}.`);
}

const staysWith = (key: IdentityKey): string =>
  `The identifier ${keyText(key)} is another source’s by now, and stays with it.`;
