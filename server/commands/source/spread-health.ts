import { z } from "zod";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { standingStates } from "@/domain/source/facts";
import { type SourceHealth, sourceTaskKinds, tasksFor } from "@/domain/source/tasks";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { addJob } from "@/server/db/jobs";
import { linkStateFrom } from "@/server/db/link-record";
import { articlesResting, citingArticles, closeTasks, openTask } from "@/server/db/source-tasks";

/**
 * Tells what became of a source to all who cite it: the owners of drafts and of published articles get a task, or lose
 * the one whose cause is over, and pages that rest on it are baked anew. `likeness` is given when its text changed.
 */
export const spreadHealth = command({
  name: "source.spread-health",
  input: z.strictObject({ sourceId: SourceId, likeness: z.number().nullable().optional() }),
  run: (actor, { sourceId, likeness = null }) =>
    inTransaction(async (tx) => {
      if (actor.id) return fail({ kind: "forbidden" });
      const known = await healthOf(tx, sourceId, likeness);
      if (!known) return ok({ articles: 0 });
      const wanted = tasksFor(known.health);
      const citing = await citingArticles(tx, sourceId);
      for (const kind of sourceTaskKinds) {
        const words = wanted.get(kind);
        const since = known.since[kind];
        if (words) for (const one of citing) await openTask(tx, { kind, sourceId, citing: one, words, since });
        // A text that changed stays changed until somebody has read it.
        else if (kind !== "source-changed") await closeTasks(tx, sourceId, [kind]);
      }
      await closeTasks(
        tx,
        sourceId,
        sourceTaskKinds,
        citing.map(({ articleId }) => articleId),
      );
      for (const articleId of await articlesResting(tx, sourceId))
        await addJob(tx, { task: "bake-article", payload: { articleId }, key: `bake:${articleId}` });
      return ok({ articles: citing.length });
    }),
});

async function healthOf(tx: Tx, sourceId: SourceId, likeness: number | null) {
  const source = await tx.source.findUnique({ where: { id: sourceId }, select: { title: true } });
  if (!source) return null;
  const link = await tx.sourceLink.findUnique({ where: { sourceId } });
  const standing = await tx.sourceStanding.findUnique({ where: { sourceId } });
  const state = standingStates.find((one) => one === standing?.state);
  const health: SourceHealth = {
    title: source.title,
    link: link && { state: linkStateFrom(link.state), reason: link.reason, archiveUrl: link.archiveUrl },
    standing: standing && state ? { state, notice: standing.notice } : null,
    likeness,
  };
  const never = new Date(0);
  return {
    health,
    since: {
      "source-dead": link?.since ?? never,
      "source-retracted": standing?.since ?? never,
      "source-changed": link?.changedAt ?? never,
    },
  };
}
