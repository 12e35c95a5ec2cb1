import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { record as recordEvent } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { moveHanging } from "@/server/db/merges/hanging";
import { healthOf, joinHealth } from "@/server/db/merges/health";
import { byArticle, moveReferences } from "@/server/db/merges/references";
import type { Before, Moved, Side } from "@/server/db/merges/shape";
import { json, recordFrom } from "@/server/db/rows";
import { lockSources } from "@/server/db/sources";
import { resaveArticles } from "./resave-articles";

/**
 * Makes one source of two: what rested on `drop` rests on `keep`, which gets its identifiers and tags too, and whatever
 * is known of it; `version` is that of `keep`. All of it is written down, so that `source.unmerge` can take it back. An
 * article that has an entry for both keeps both, and the rules say so.
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

      const before: Before = { kept: await sideOf(tx, keep, kept), merged: await sideOf(tx, drop, dropped) };
      const references = await moveReferences(tx, drop, keep);
      const hanging = await moveHanging(tx, drop, keep, actor.id);
      await joinHealth(tx, keep, before.kept, drop, before.merged);
      await tx.sourceKey.updateMany({ where: { sourceId: drop }, data: { sourceId: keep } });
      const earlier = await tx.source.findMany({ where: { mergedIntoId: drop }, select: { id: true } });
      await tx.source.updateMany({
        where: { OR: [{ id: drop }, { mergedIntoId: drop }] },
        data: { mergedIntoId: keep },
      });
      const tags = dropped.tags.filter((tag) => !kept.tags.includes(tag));
      await tx.source.update({
        where: { id: keep },
        data: { version: version + 1, tags: [...kept.tags, ...tags], updatedAt: new Date() },
      });
      const mergeId = newId();
      const moved: Moved = { references, ...hanging, sources: earlier.map(({ id }) => id), tags };
      await tx.sourceMerge.create({
        data: {
          id: mergeId,
          keptId: keep,
          mergedId: drop,
          before: json(before),
          moved: json(moved),
          mergedById: actor.id,
        },
      });
      const rebound = byArticle(references);
      const fact = {
        type: "source.merged",
        data: { source: keep, dropped: drop, title: kept.title, droppedTitle: dropped.title },
      } as const;
      const articles = await resaveArticles(tx, actor, [...rebound.keys()], fact, rebound);
      await recordEvent(tx, actor, { ...fact, article: null });
      return ok({ version: version + 1, articles, mergeId });
    }),
});

/** A source as it stands before a merge, with all that is not in its row. */
async function sideOf(tx: Tx, id: SourceId, { record, version, tags }: Source): Promise<Side> {
  const keys = await tx.sourceKey.findMany({ where: { sourceId: id }, select: { scheme: true, value: true } });
  return { record: recordFrom(record), version, tags, keys, ...(await healthOf(tx, id)) };
}

type Source = Awaited<ReturnType<Tx["source"]["findUniqueOrThrow"]>>;
