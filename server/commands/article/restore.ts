import { Slice } from "prosemirror-model";
import { ReplaceStep } from "prosemirror-transform";
import { z } from "zod";
import { may } from "@/domain/access/policy";
import { readDocument } from "@/domain/document/read";
import { ArticleId, RevisionId } from "@/domain/ids";
import { citedIn } from "@/domain/publishing/digest";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { keepRevision } from "@/server/db/revisions";
import { saveDraft } from "@/server/db/save-draft";

/**
 * Brings the text of a revision back, as one step of the log that open editors follow. The entries that it cites come
 * back on the list; what the draft was until now is kept as a checkpoint.
 */
export const restore = command({
  name: "article.restore",
  input: z.strictObject({ articleId: ArticleId, revisionId: RevisionId, version: z.int() }),
  run: (actor, { articleId, revisionId, version: seen }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const revision = draft && (await tx.revision.findFirst({ where: { id: revisionId, articleId } }));
      if (!draft || !revision) return fail({ kind: "not-found" });
      if (!may("article.restore", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (draft.article.version !== seen)
        return fail({ kind: "stale", message: "The draft was changed while you looked. Look again, then restore." });
      const document = readDocument(revision.document);
      if (!document.ok)
        return fail({ kind: "unreadable", message: `This revision cannot be restored: ${document.error.why}.` });
      const text = document.value;

      const at = `version ${revision.version}`;
      const kept = { kind: "checkpoint", note: `Before ${at} was restored`, author: actor.id, version: seen } as const;
      const before = await keepRevision(tx, draft, kept);
      await tx.reference.updateMany({
        where: { articleId, id: { in: citedIn(text) }, removedAt: { not: null } },
        data: { removedAt: null },
      });
      const step = new ReplaceStep(0, draft.manuscript.document.content.size, new Slice(text.content, 0, 0));
      const { version, stepCount, changed, manuscript } = await saveDraft(tx, draft, {
        reason: "restored",
        author: actor.id,
        document: text,
        steps: { json: [step.toJSON()], clientId: `restore-${revisionId}` },
      });
      const restored = { article: draft.article, manuscript };
      await keepRevision(tx, restored, { kind: "restored", note: `As of ${at}`, author: actor.id, version });
      await record(tx, actor, {
        type: "article.restored",
        article: articleId,
        data: { revision: revisionId, of: revision.version, before, stepCount, sections: changed },
      });
      return ok({ version, stepCount });
    }),
});
