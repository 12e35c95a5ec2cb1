import { z } from "zod";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { decidePublish } from "@/domain/publishing/publish";
import { canMove, transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { judgeDraft } from "@/server/db/gate";
import { json, noJson } from "@/server/db/rows";
import { PublishInput } from "./publish";

const aYear = 366 * 24 * 60 * 60 * 1000;

/** Sets the hour at which an approved draft is published. The gate runs now, so that hopes are not raised, and again then. */
export const schedule = command({
  name: "publishing.schedule",
  input: z.strictObject({ ...PublishInput, at: z.iso.datetime({ offset: true }) }),
  run: (actor, { articleId, digest, kind, note, at }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("article.schedule", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (draft.article.digest !== digest)
        return fail({ kind: "stale", message: "The text was changed while you looked at it." });
      if (!canMove(draft.article.state, "schedule"))
        return fail({ kind: "wrong-state", message: "Only an approved draft is scheduled." });
      const now = new Date();
      const hour = new Date(at);
      if (hour <= now || hour.getTime() > now.getTime() + aYear)
        return fail({ kind: "invalid", message: "The hour must lie ahead, and within a year." });
      const decision = decidePublish(actor, { kind, note }, (await judgeDraft(tx, articleId, draft, now)).facts);
      if (!decision.ok) return fail(decision.error);

      const { version } = await tx.article.update({
        where: { id: articleId },
        data: {
          state: transitions.schedule.to,
          scheduledFor: hour,
          scheduledById: actor.id,
          scheduledAs: json({ kind, note }),
          refusal: noJson,
          version: { increment: 1 },
        },
      });
      await record(tx, actor, {
        type: "article.scheduled",
        article: articleId,
        data: { for: hour.toISOString(), kind },
      });
      return ok({ version });
    }),
});
