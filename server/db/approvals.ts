import { ApprovalId, type ArticleId, SectionId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Section } from "@/server/db/generated/client";

/** An approval that was not taken back. */
export type StandingApproval = { id: ApprovalId; section: SectionId; digest: string; reviewer: UserId; at: Date };

/** All approvals of an article that were not taken back, newest first. */
export async function approvalsOf(tx: Tx, articleId: ArticleId): Promise<StandingApproval[]> {
  const rows = await tx.approval.findMany({ where: { articleId }, orderBy: { at: "desc" } });
  const revoked = await tx.approvalRevocation.findMany({
    where: { approvalId: { in: rows.map((row) => row.id) } },
    select: { approvalId: true },
  });
  const gone = new Set(revoked.map((row) => row.approvalId));
  return rows
    .filter((row) => !gone.has(row.id))
    .map((row) => ({
      id: ApprovalId.parse(row.id),
      section: SectionId.parse(row.sectionId),
      digest: row.digest,
      reviewer: UserId.parse(row.reviewerId),
      at: row.at,
    }));
}

/** For each live section the newest approval of its very text, or null. */
export function matchApprovals(
  sections: Section[],
  approvals: StandingApproval[],
): Map<string, StandingApproval | null> {
  return new Map(
    sections.map((section) => [
      section.id,
      approvals.find((approval) => approval.section === section.id && approval.digest === section.digest) ?? null,
    ]),
  );
}
