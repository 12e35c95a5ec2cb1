import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ThreadId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { recountDraft } from "@/server/db/recount-draft";

/** Ends a conversation, so that it stands in nobody’s way any more; what was said stays. */
export const resolve = command({
  name: "thread.resolve",
  input: z.strictObject({ articleId: ArticleId, threadId: ThreadId }),
  run: (actor, { articleId, threadId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const thread = draft && (await tx.thread.findFirst({ where: { id: threadId, articleId } }));
      if (!draft || !thread) return fail({ kind: "not-found" });
      if (!may("article.comment", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (thread.resolvedAt) return fail({ kind: "wrong-state", message: "The conversation is resolved already." });

      await tx.thread.update({ where: { id: threadId }, data: { resolvedById: actor.id, resolvedAt: new Date() } });
      const { version } = await recountDraft(tx, articleId, draft);
      await record(tx, actor, { type: "thread.resolved", article: articleId, data: { thread: threadId } });
      return ok({ version });
    }),
});
