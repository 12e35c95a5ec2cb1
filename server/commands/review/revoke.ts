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
import { noJson } from "@/server/db/rows";

/**
 * Takes an approval back, and with it those that rested on it: whose reviewer without it is among the writers (the
 * database sees to that). A draft that is no longer wholly approved by that goes back under review.
 */
export const revoke = command({
  name: "review.revoke",
  input: z.strictObject({ articleId: ArticleId, approvalId: ApprovalId, reason: z.string().trim().min(1).max(2000) }),
  run: (actor, { articleId, approvalId, reason }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("approval.revoke", actor) || !actor.id) return fail({ kind: "forbidden" });
      const before = await approvalsOf(tx, articleId);
      const approval = before.find((one) => one.id === approvalId);
      if (!approval) return fail({ kind: "not-found" });

      await tx.approvalRevocation.create({ data: { approvalId, revokedById: actor.id, reason } });
      const after = await approvalsOf(tx, articleId);
      const standing = new Set<string>([approvalId, ...after.map((one) => one.id)]);
      const fallen = before.filter((one) => !standing.has(one.id)).map((one) => one.id);
      const left = matchApprovals(draft.sections, after);
      const incomplete = draft.sections.some((section) => !left.get(section.id));
      const back = incomplete && canMove(draft.article.state, "amend");
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: {
          version: { increment: 1 },
          ...(back
            ? { state: transitions.amend.to, scheduledFor: null, scheduledById: null, scheduledAs: noJson }
            : {}),
        },
      });
      await record(tx, actor, {
        type: "approval.revoked",
        article: articleId,
        data: { approval: approvalId, section: approval.section, reason, fallen },
      });
      return ok({ version });
    }),
});
