import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ApprovalId, ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { canMove, transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { approvalsOf, matchApprovals } from "@/server/db/approvals";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";

/** Takes an approval back. A draft that is no longer wholly approved by that goes back under review. */
export const revoke = command({
  name: "review.revoke",
  input: z.strictObject({ articleId: ArticleId, approvalId: ApprovalId, reason: z.string().trim().min(1).max(2000) }),
  run: (actor, { articleId, approvalId, reason }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("approval.revoke", actor) || !actor.id) return fail({ kind: "forbidden" });
      const approvals = await approvalsOf(tx, articleId);
      const approval = approvals.find((one) => one.id === approvalId);
      if (!approval) return fail({ kind: "not-found" });

      await tx.approvalRevocation.create({ data: { approvalId, revokedById: actor.id, reason } });
      const left = matchApprovals(
        draft.sections,
        approvals.filter((one) => one.id !== approvalId),
      );
      const incomplete = draft.sections.some((section) => !left.get(section.id));
      const back = incomplete && canMove(draft.article.state, "amend");
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: {
          version: { increment: 1 },
          ...(back ? { state: transitions.amend.to, scheduledFor: null, scheduledById: null } : {}),
        },
      });
      await record(tx, actor, {
        type: "approval.revoked",
        article: articleId,
        data: { approval: approvalId, section: approval.section, reason },
      });
      return ok({ version });
    }),
});
