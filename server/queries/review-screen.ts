import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, ReferenceId, SectionId } from "@/domain/ids";
import { type BlockChange, compareParts, sizeOf } from "@/domain/review/compare";
import { canMove } from "@/domain/review/machine";
import type { Coverage } from "@/domain/review/verification";
import { shortNameOf } from "@/domain/source/names";
import { atOneMoment } from "@/server/db";
import { type Draft, readDraft } from "@/server/db/draft";
import { headingOf, judgeDraft } from "@/server/db/gate";
import { coverageIn, partFrom } from "@/server/db/rows";
import { supportsOf } from "@/server/db/verifications";
import { namesOf } from "./names";
import { approvalStandings } from "./workspace/approvals";

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
  coverage: Coverage;
  /** How many citations wait for a reviewer's word. */
  unverified: number;
  may: { approve: boolean; sendBack: boolean };
};

/** What the reviewer sees of an article: what changed since the last edition, or everything where `whole` is asked for. */
export async function reviewScreen(actor: Actor, articleId: ArticleId, whole = false): Promise<ReviewScreen | null> {
  if (!may("article.read", actor)) return null;
  return atOneMoment(async (tx) => {
    const draft = await readDraft(tx, articleId);
    if (!draft) return null;
    const judged = await judgeDraft(tx, articleId, draft, new Date());
    const base = whole ? null : judged.live;
    const before = base ? await tx.editionSection.findMany({ where: { editionId: base.id } }) : [];
    const old = new Map(before.map((section) => [section.sectionId, partFrom(section.body)]));
    const standings = new Map((await approvalStandings(tx, articleId, draft)).map((one) => [one.section, one]));
    const round = await tx.review.findFirst({ where: { articleId, closedAt: null } });
    const called = await namesOf(tx, [round?.submittedById ?? null]);
    const underReview = draft.article.state === "in_review";

    const sections = draft.sections.map((section): ReviewedSection => {
      const changes = compareParts(old.get(section.id) ?? null, partFrom(section.body));
      const id = SectionId.parse(section.id);
      const { live = null, outdated = null, writers = [], contributors = [] } = standings.get(id) ?? {};
      return {
        id,
        heading: headingOf(section),
        digest: section.digest,
        changes,
        size: sizeOf(changes),
        writers,
        approval: live,
        outdated,
        mayApprove: underReview && !live && may("section.approve", actor, { contributors }),
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
      coverage: coverageIn(draft.article),
      unverified: (await supportsOf(tx, articleId, draft.manuscript)).filter(
        (support) => support.standing.state === "unverified",
      ).length,
      may: {
        approve: underReview && may("section.approve", actor, { contributors: [] }),
        sendBack: canMove(state, "requestChanges") && may("review.sendBack", actor),
      },
    };
  });
}
