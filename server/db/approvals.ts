import { ApprovalId, type ArticleId, SectionId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Section } from "@/server/db/generated/client";

/** An approval that counts: not taken back, and not the word of somebody who brought this very text back. */
export type StandingApproval = { id: ApprovalId; section: SectionId; digest: string; reviewer: UserId; at: Date };

/** All standing approvals of an article, newest first; the database lets an edition rest on no other. */
export async function approvalsOf(tx: Tx, articleId: ArticleId): Promise<StandingApproval[]> {
  const rows = await tx.$queryRaw<{ id: string; section: string; digest: string; reviewer: string; at: Date }[]>`
    select approval.id, section_id as section, approval.digest, reviewer_id as reviewer, at
    from approval join section on section.id = section_id
    where approval.article_id = ${articleId}::uuid
      and not exists (select from approval_revocation where approval_id = approval.id)
      and not (approval.digest = section.digest and reviewer_id = any (contributors_to(approval)))
    order by at desc, approval.id desc`;
  return rows.map((row) => ({
    id: ApprovalId.parse(row.id),
    section: SectionId.parse(row.section),
    digest: row.digest,
    reviewer: UserId.parse(row.reviewer),
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
