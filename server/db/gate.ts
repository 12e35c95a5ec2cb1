import type { ArticleId } from "@/domain/ids";
import type { PublishFacts } from "@/domain/publishing/publish";
import { openBlockers } from "@/domain/rules/gate";
import type { Finding } from "@/domain/rules/finding";
import { judge } from "@/domain/rules/judge";
import type { Waiver } from "@/domain/rules/gate";
import { SectionId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { approvalsOf, matchApprovals, type StandingApproval } from "@/server/db/approvals";
import type { Draft } from "@/server/db/draft";
import type { Edition } from "@/server/db/generated/client";
import { waiversOf } from "@/server/db/waivers";
import { isRefiled } from "./topics";

/** What the gate found out about a draft: the facts of the publish decision and what the edition's rows need. */
export type Judged = {
  facts: PublishFacts;
  findings: Finding[];
  waivers: Waiver[];
  live: Edition | null;
  approvals: Map<string, StandingApproval | null>;
};

/** Runs all rules over a draft and looks at its approvals, in the transaction that holds the article's lock. */
export async function judgeDraft(tx: Tx, articleId: ArticleId, draft: Draft, now: Date): Promise<Judged> {
  const findings = judge(draft.manuscript);
  const waivers = await waiversOf(tx, articleId);
  const approvals = matchApprovals(draft.sections, await approvalsOf(tx, articleId));
  const { liveEditionId, state, withdrawnAt, digest, slug } = draft.article;
  const live = liveEditionId ? await tx.edition.findUnique({ where: { id: liveEditionId } }) : null;
  return {
    findings,
    waivers,
    live,
    approvals,
    facts: {
      state,
      live: live?.kind ?? null,
      withdrawn: withdrawnAt !== null,
      blockers: openBlockers(findings, waivers, now),
      unapproved: draft.sections
        .filter((section) => !approvals.get(section.id))
        .map((section) => ({ section: SectionId.parse(section.id), heading: headingOf(section) })),
      unchanged: live?.digest === digest && live.slug === slug && !(await isRefiled(tx, articleId, live.id)),
    },
  };
}

/** What a section is called where it has no heading of its own. */
export const headingOf = ({ kind, heading }: { kind: string; heading: string | null }): string =>
  heading ?? (kind === "front" ? "Title, byline and order" : "Opening");
