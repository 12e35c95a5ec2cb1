import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, SectionId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { approvalsOf, matchApprovals } from "@/server/db/approvals";
import { contributorsOf } from "@/server/db/contributors";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { openReviewOf } from "@/server/db/reviews";

const Approved = z.strictObject({ section: SectionId, digest: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Approves sections by their very digests: all that are named, or none. When each section of the draft then has a
 * standing approval, the draft is approved. A person who wrote what changed in a section cannot approve it; what they
 * have approved already stays as it is.
 */
export const approve = command({
  name: "review.approve",
  input: z.strictObject({ articleId: ArticleId, sections: z.array(Approved).max(1000) }),
  run: (actor, { articleId, sections }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      const review = await openReviewOf(tx, articleId);
      if (!review || draft.article.state !== "in_review")
        return fail({ kind: "wrong-state", message: "The draft is not under review." });
      const contributors = await contributorsOf(tx, articleId);
      const rows = new Map(draft.sections.map((section) => [section.id, section]));
      for (const { section, digest } of sections) {
        const row = rows.get(section);
        if (!row) return fail({ kind: "not-found", message: "A section is not in the draft any more." });
        if (row.digest !== digest)
          return fail({ kind: "stale", message: `“${row.heading ?? "The opening"}” was changed while you read it.` });
        if (!may("section.approve", actor, { contributors: contributors.get(section) ?? [] }))
          return fail({ kind: "forbidden", message: "Nobody approves their own text." });
      }
      if (!may("section.approve", actor, { contributors: [] }) || !actor.id) return fail({ kind: "forbidden" });

      const standing = await approvalsOf(tx, articleId);
      const mine = new Set(
        standing.filter((one) => one.reviewer === actor.id).map((one) => `${one.section} ${one.digest}`),
      );
      const named = [...new Map(sections.map((one) => [one.section, one])).values()];
      const fresh = named.filter(({ section, digest }) => !mine.has(`${section} ${digest}`));
      for (const { section, digest } of fresh)
        await tx.approval.create({
          data: {
            id: newId(),
            articleId,
            sectionId: section,
            digest,
            reviewerId: actor.id,
            reviewId: review,
            contributors: [],
            textHash: "",
            atVersion: 0,
          },
        });

      const now = matchApprovals(draft.sections, await approvalsOf(tx, articleId));
      const complete = draft.sections.every((section) => now.get(section.id));
      if (fresh.length === 0 && !complete) return ok({ version: draft.article.version, approved: false });
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { version: { increment: 1 }, ...(complete ? { state: transitions.approve.to } : {}) },
      });
      const headings = fresh.map(({ section }) => rows.get(section)?.heading ?? null);
      if (complete)
        await tx.verdict.create({ data: { id: newId(), reviewId: review, reviewerId: actor.id, kind: "approved" } });
      await record(tx, actor, {
        type: complete ? "article.approved" : "section.approved",
        article: articleId,
        data: { sections: fresh, headings },
      });
      return ok({ version, approved: complete });
    }),
});
