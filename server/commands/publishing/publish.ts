import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { withCitations } from "./with-citations";
import { writeEdition } from "./write-edition";

/** What a person asks for when they publish, now or at an hour. */
export const PublishInput = {
  articleId: ArticleId,
  /** The digest of the text that the person saw; another one is refused as stale. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(["publish", "correction"]),
  note: z.string().trim().min(1).max(2000).nullable(),
};

/** Publishes a draft, or says everything that stands in its way. */
export const publish = command({
  name: "publishing.publish",
  input: z.strictObject(PublishInput),
  run: (actor, { articleId, digest, kind, note }) =>
    withCitations(() =>
      inTransaction(async (tx) => {
        const draft = await lockDraft(tx, articleId);
        if (!draft) return fail({ kind: "not-found" });
        if (!may("article.publish", actor) || !actor.id) return fail({ kind: "forbidden" });
        if (draft.article.digest !== digest)
          return fail({
            kind: "stale",
            message: "The text was changed while you looked at it. Look again, then publish.",
          });
        return writeEdition(tx, actor, draft, { articleId, request: { kind, note }, publisher: actor.id });
      }),
    ),
});
