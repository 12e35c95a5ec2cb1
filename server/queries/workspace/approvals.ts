import { type ApprovalId, type ArticleId, SectionId, type UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { approvalsOf } from "@/server/db/approvals";
import { contributorsOf } from "@/server/db/contributors";
import type { Draft } from "@/server/db/draft";
import { namesOf } from "@/server/queries/names";

type Given = { id: ApprovalId; by: string; at: string };

/** How the approval of a section stands: of its very text, of another one, or not given. */
export type SectionApproval = {
  section: SectionId;
  digest: string;
  words: number;
  live: Given | null;
  /** The newest approval of another text of this section, where none is live. */
  outdated: Given | null;
  /** Who wrote what changed since a text of it was last approved. */
  writers: string[];
};

/** The approvals of a draft's sections, in the sections' order. */
export async function sectionApprovals(tx: Tx, articleId: ArticleId, draft: Draft): Promise<SectionApproval[]> {
  const standing = await approvalStandings(tx, articleId, draft);
  return standing.map(({ section, digest, words, live, outdated, writers }) => ({
    section,
    digest,
    words,
    live,
    outdated,
    writers,
  }));
}

/** The same, with who wrote what changed by their ids, for whoever has to ask what they may. */
export async function approvalStandings(
  tx: Tx,
  articleId: ArticleId,
  draft: Draft,
): Promise<(SectionApproval & { contributors: UserId[] })[]> {
  const approvals = await approvalsOf(tx, articleId);
  const contributors = await contributorsOf(tx, articleId);
  const called = await namesOf(tx, [...approvals.map((one) => one.reviewer), ...[...contributors.values()].flat()]);
  const given = (one: (typeof approvals)[number] | undefined): Given | null =>
    one ? { id: one.id, by: called(one.reviewer), at: one.at.toISOString() } : null;
  return draft.sections.map((section) => {
    const own = approvals.filter((one) => one.section === section.id);
    const live = given(own.find((one) => one.digest === section.digest));
    const wrote = contributors.get(section.id) ?? [];
    return {
      section: SectionId.parse(section.id),
      digest: section.digest,
      words: section.words,
      live,
      outdated: live ? null : given(own[0]),
      writers: wrote.map(called),
      contributors: wrote,
    };
  });
}
