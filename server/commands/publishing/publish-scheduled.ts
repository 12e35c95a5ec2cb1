import { z } from "zod";
import { ArticleId, UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import type { Obstacle } from "@/domain/publishing/publish";
import { transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { json, noJson } from "@/server/db/rows";
import { writeEdition } from "./write-edition";

type Outcome = "not-due" | "published" | "refused";

const ScheduledAs = z.strictObject({ kind: z.enum(["publish", "correction"]), note: z.string().nullable() });

/**
 * Publishes what was scheduled when its hour has come, by the same gate; a refusal is written down for the desk and the
 * draft goes back under review. Safe to run twice: what is not scheduled, or not yet due, is left alone.
 */
export const publishScheduled = command({
  name: "publishing.publish-scheduled",
  input: z.strictObject({ articleId: ArticleId }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (actor.id || !may("article.publish", actor)) return fail({ kind: "forbidden" });
      const { state, scheduledFor, scheduledById, scheduledAs } = draft.article;
      if (state !== "scheduled" || !scheduledFor || !scheduledById || scheduledFor > new Date())
        return ok({ outcome: "not-due" as Outcome });

      const request = ScheduledAs.parse(scheduledAs);
      const result = await writeEdition(tx, actor, draft, {
        articleId,
        request,
        publisher: UserId.parse(scheduledById),
      });
      if (result.ok) return ok({ outcome: "published" as Outcome });
      const obstacles = result.error.kind === "blocked" ? result.error.obstacles : [];
      await writeRefusal(tx, articleId, obstacles);
      await record(tx, actor, {
        type: "article.publishing-refused",
        article: articleId,
        data: { for: scheduledFor.toISOString(), reasons: obstacles.map((obstacle) => obstacle.message) },
      });
      return ok({ outcome: "refused" as Outcome });
    }),
});

async function writeRefusal(tx: Tx, articleId: ArticleId, obstacles: Obstacle[]): Promise<void> {
  await tx.article.update({
    where: { id: articleId },
    data: {
      state: transitions.refuse.to,
      scheduledFor: null,
      scheduledById: null,
      scheduledAs: noJson,
      refusal: json({ at: new Date().toISOString(), reasons: obstacles.map((obstacle) => obstacle.message) }),
      version: { increment: 1 },
    },
  });
}
