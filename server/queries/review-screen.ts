import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, ReferenceId, SectionId, type UserId } from "@/domain/ids";
import { type BlockChange, compareParts, sizeOf } from "@/domain/review/compare";
import { canMove } from "@/domain/review/machine";
import { shortNameOf } from "@/domain/source/names";
import { db } from "@/server/db";
import { approvalsOf, matchApprovals } from "@/server/db/approvals";
import { contributorsOf } from "@/server/db/contributors";
import { type Draft, readDraft } from "@/server/db/draft";
import { headingOf, judgeDraft } from "@/server/db/gate";
import { partFrom } from "@/server/db/rows";
import { namesOf } from "./names";

/** A section as the reviewer reads it: what changed since readers last saw it, who wrote that, and how its approval stands. */
export type ReviewedSection = {
  id: SectionId;
  heading: string;
  digest: string;
  changes: BlockChange[];
  size: { added: number; removed: number };
  writers: string[];
  approval: { id: string; by: string; at: string } | null;
  /** Somebody approved another text of this section than the one that stands. */
  outdated: { by: string; at: string } | null;
  mayApprove: boolean;
  blockers: number;
};

export type ReviewScreen = {
  article: {
    id: ArticleId;
    title: string;
    slug: string;
    state: Draft["article"]["state"];
    digest: string;
    version: number;
  };
  round: { number: number; note: string; submittedBy: string; openedAt: string } | null;
  comparedWith: { edition: number; publishedAt: string } | null;
  sections: ReviewedSection[];
  removed: { heading: string }[];
  /** What each reference is, in one line, for the citations in the comparison. */
  sources: Record<string, string>;
  openThreads: number;
  blockers: number;
  may: { approve: boolean; sendBack: boolean };
};

/** What the reviewer sees of an article: what changed since the last edition, or everything where `whole` is asked for. */
export async function reviewScreen(actor: Actor, articleId: ArticleId, whole = false): Promise<ReviewScreen | null> {
  if (!may("article.read", actor)) return null;
  return db.$transaction(async (tx) => {
    const draft = await readDraft(tx, articleId);
    if (!draft) return null;
    const judged = await judgeDraft(tx, articleId, draft, new Date());
    const base = whole ? null : judged.live;
    const before = base ? await tx.editionSection.findMany({ where: { editionId: base.id } }) : [];
    const old = new Map(before.map((section) => [section.sectionId, partFrom(section.body)]));
    const approvals = await approvalsOf(tx, articleId);
    const standing = matchApprovals(draft.sections, approvals);
    const contributors = await contributorsOf(tx, articleId);
    const round = await tx.review.findFirst({ where: { articleId, closedAt: null } });
    const called = await namesOf(tx, [
      ...approvals.map((approval) => approval.reviewer),
      ...[...contributors.values()].flat(),
      round?.submittedById ?? null,
    ]);
    const underReview = draft.article.state === "in_review";

    const sections = draft.sections.map((section): ReviewedSection => {
      const changes = compareParts(old.get(section.id) ?? null, partFrom(section.body));
      const approval = standing.get(section.id);
      const former = approvals.find((one) => one.section === section.id && one.digest !== section.digest);
      const wrote: UserId[] = contributors.get(section.id) ?? [];
      return {
        id: SectionId.parse(section.id),
        heading: headingOf(section),
        digest: section.digest,
        changes,
        size: sizeOf(changes),
        writers: wrote.map(called),
        approval: approval ? { id: approval.id, by: called(approval.reviewer), at: approval.at.toISOString() } : null,
        outdated: former && !approval ? { by: called(former.reviewer), at: former.at.toISOString() } : null,
        mayApprove: underReview && !approval && may("section.approve", actor, { contributors: wrote }),
        blockers: judged.facts.blockers.filter(
          (finding) => "section" in finding.place && finding.place.section === section.id,
        ).length,
      };
    });
    const { title, slug, state, digest, version } = draft.article;
    const kept = new Set(draft.sections.map((section) => section.id));
    return {
      article: { id: articleId, title, slug, state, digest, version },
      round: round && {
        number: round.number,
        note: round.note,
        submittedBy: called(round.submittedById),
        openedAt: round.openedAt.toISOString(),
      },
      comparedWith: base && { edition: base.number, publishedAt: base.publishedAt.toISOString() },
      sections,
      removed: before
        .filter((section) => !kept.has(section.sectionId))
        .map((section) => ({ heading: partFrom(section.body).firstChild?.textContent || "Opening" })),
      sources: Object.fromEntries(
        draft.manuscript.references.map((reference) => [
          ReferenceId.parse(reference.id),
          reference.source ? shortNameOf(reference.source.record) : (reference.original ?? ""),
        ]),
      ),
      openThreads: draft.manuscript.threads.length,
      blockers: judged.facts.blockers.length,
      may: {
        approve: underReview && may("section.approve", actor, { contributors: [] }),
        sendBack: canMove(state, "requestChanges") && may("review.sendBack", actor),
      },
    };
  });
}
