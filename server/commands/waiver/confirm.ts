import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, UserId, WaiverId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { judge } from "@/domain/rules/judge";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { recountDraft } from "@/server/db/recount-draft";

/** Agrees, as a second person, that a finding may pass; from now on it blocks no longer, until the words change. */
export const confirm = command({
  name: "waiver.confirm",
  input: z.strictObject({ articleId: ArticleId, waiverId: WaiverId }),
  run: (actor, { articleId, waiverId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const waiver = draft && (await tx.waiver.findFirst({ where: { id: waiverId, articleId } }));
      if (!draft || !waiver) return fail({ kind: "not-found" });
      if (!may("waiver.confirm", actor, { requestedBy: UserId.parse(waiver.requestedById) }) || !actor.id)
        return fail({ kind: "forbidden", message: "A waiver is confirmed by a reviewer who did not ask for it." });
      if (waiver.withdrawnAt || waiver.confirmedAt)
        return fail({ kind: "wrong-state", message: "The waiver was confirmed or taken back already." });
      if (waiver.expiresAt <= new Date()) return fail({ kind: "wrong-state", message: "The waiver's time is over." });
      const { rule, fingerprint } = waiver;
      if (!judge(draft.manuscript).some((one) => one.rule === rule && one.fingerprint === fingerprint))
        return fail({ kind: "stale", message: "The words changed since this was asked for." });

      await tx.waiver.update({ where: { id: waiverId }, data: { confirmedById: actor.id, confirmedAt: new Date() } });
      const { version } = await recountDraft(tx, articleId, draft);
      await record(tx, actor, {
        type: "waiver.confirmed",
        article: articleId,
        data: { waiver: waiverId, rule, fingerprint, excerpt: waiver.excerpt, until: waiver.expiresAt.toISOString() },
      });
      return ok({ version });
    }),
});
