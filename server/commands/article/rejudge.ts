import { z } from "zod";
import { partsOf } from "@/domain/document/parts";
import { ArticleId } from "@/domain/ids";
import { articleDigestText } from "@/domain/publishing/digest";
import { fail, ok } from "@/domain/result";
import { canMove, transitions } from "@/domain/review/machine";
import { rulesVersion } from "@/domain/rules";
import { command } from "@/server/commands/command";
import { db, inTransaction, type Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { recountDraft } from "@/server/db/recount-draft";
import { digestOf } from "@/server/db/save-draft";

/**
 * After an upgrade that changed the rules: digests every draft anew under the rules as they are now, one article a
 * transaction. Approvals were of the text under the old rules, so approved drafts go back under review.
 */
export const rejudge = command({
  name: "article.rejudge",
  input: z.strictObject({}),
  run: async (actor) => {
    if (actor.id) return fail({ kind: "forbidden" });
    const stale = await db.article.findMany({ where: { rulesVersion: { not: rulesVersion } }, select: { id: true } });
    for (const { id } of stale)
      await inTransaction(async (tx) => {
        const articleId = ArticleId.parse(id);
        const from = await redigest(tx, articleId);
        if (from === null) return;
        await record(tx, actor, { type: "article.rejudged", article: articleId, data: { from, to: rulesVersion } });
      });
    return ok({ articles: stale.length });
  },
});

/** Answers the rules' version that the draft was digested under before; null when there was nothing to do. */
async function redigest(tx: Tx, articleId: ArticleId): Promise<string | null> {
  const draft = await lockDraft(tx, articleId);
  if (!draft || draft.article.rulesVersion === rulesVersion) return null;
  const parts = partsOf(draft.manuscript.document).map((part) => ({
    id: part.id,
    digest: digestOf(part, draft.manuscript),
  }));
  for (const { id, digest } of parts) await tx.section.update({ where: { id }, data: { digest } });
  await tx.article.update({
    where: { id: articleId },
    data: {
      digest: sha256(articleDigestText(parts, rulesVersion)),
      rulesVersion,
      ...(canMove(draft.article.state, "amend")
        ? { state: transitions.amend.to, scheduledFor: null, scheduledById: null }
        : {}),
    },
  });
  await recountDraft(tx, articleId, draft);
  return draft.article.rulesVersion;
}
