import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ThreadId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { bumpVersion } from "@/server/db/bump-version";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { CommentBody } from "./comment-body";

/** Says something in a conversation, whether it is open or resolved. */
export const answer = command({
  name: "thread.answer",
  input: z.strictObject({ articleId: ArticleId, threadId: ThreadId, body: CommentBody }),
  run: (actor, { articleId, threadId, body }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      const thread = article && (await tx.thread.findFirst({ where: { id: threadId, articleId } }));
      if (!thread) return fail({ kind: "not-found" });
      if (!may("article.comment", actor) || !actor.id) return fail({ kind: "forbidden" });

      const commentId = newId();
      await tx.comment.create({ data: { id: commentId, threadId, authorId: actor.id, body } });
      const version = await bumpVersion(tx, articleId);
      await record(tx, actor, {
        type: "thread.answered",
        article: articleId,
        data: { thread: threadId, comment: commentId, body },
      });
      return ok({ commentId, version });
    }),
});
