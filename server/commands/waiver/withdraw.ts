import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, WaiverId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { recountDraft } from "@/server/db/recount-draft";

/** Takes a waiver back, confirmed or not; its finding blocks again. */
export const withdraw = command({
  name: "waiver.withdraw",
  input: z.strictObject({ articleId: ArticleId, waiverId: WaiverId }),
  run: (actor, { articleId, waiverId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const waiver = draft && (await tx.waiver.findFirst({ where: { id: waiverId, articleId } }));
      if (!draft || !waiver) return fail({ kind: "not-found" });
      if (!may("waiver.withdraw", actor)) return fail({ kind: "forbidden" });
      if (waiver.withdrawnAt) return fail({ kind: "wrong-state", message: "The waiver was taken back already." });

      await tx.waiver.update({ where: { id: waiverId }, data: { withdrawnAt: new Date() } });
      const { version } = await recountDraft(tx, articleId, draft);
      const { rule, fingerprint, excerpt } = waiver;
      await record(tx, actor, {
        type: "waiver.withdrawn",
        article: articleId,
        data: { waiver: waiverId, rule, fingerprint, excerpt },
      });
      return ok({ version });
    }),
});
