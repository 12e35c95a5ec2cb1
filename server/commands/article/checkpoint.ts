import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, RevisionId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { bumpVersion } from "@/server/db/bump-version";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { keepRevision } from "@/server/db/revisions";

/** Keeps the draft as it stands under a name, to compare with and to come back to. */
export const checkpoint = command({
  name: "article.checkpoint",
  input: z.strictObject({ articleId: ArticleId, note: z.string().trim().max(1000) }),
  run: (actor, { articleId, note }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });

      const version = await bumpVersion(tx, articleId);
      const revision = await keepRevision(tx, draft, { kind: "checkpoint", note, author: actor.id, version });
      await record(tx, actor, { type: "article.checkpointed", article: articleId, data: { revision, note } });
      return ok({ revisionId: RevisionId.parse(revision), version });
    }),
});
