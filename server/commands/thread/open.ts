import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, SectionId, ThreadId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { TextQuote } from "@/domain/review/anchor";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { recountDraft } from "@/server/db/recount-draft";
import { json } from "@/server/db/rows";
import { CommentBody } from "./comment-body";

/** Begins a conversation about a passage of a section; until it is resolved it stands between the draft and its readers. */
export const open = command({
  name: "thread.open",
  input: z.strictObject({ articleId: ArticleId, sectionId: SectionId, anchor: TextQuote, body: CommentBody }),
  run: (actor, { articleId, sectionId, anchor, body }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("article.comment", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (!draft.sections.some((section) => section.id === sectionId))
        return fail({ kind: "not-found", message: "The section is not in the draft any more." });

      const threadId = ThreadId.parse(newId());
      await tx.thread.create({
        data: { id: threadId, articleId, sectionId, anchor: json(anchor), openedById: actor.id },
      });
      await tx.comment.create({ data: { id: newId(), threadId, authorId: actor.id, body } });
      const { version } = await recountDraft(tx, articleId, draft);
      await record(tx, actor, {
        type: "thread.opened",
        article: articleId,
        data: { thread: threadId, section: sectionId, excerpt: anchor.exact, body },
      });
      return ok({ threadId, version });
    }),
});
