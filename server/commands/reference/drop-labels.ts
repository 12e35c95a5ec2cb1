import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { recountDraft } from "@/server/db/recount-draft";

/** Strikes numbers that an imported entry bore and that no citation will ever point at; its original text keeps them. */
export const dropLabels = command({
  name: "reference.drop-labels",
  input: z.strictObject({
    articleId: ArticleId,
    referenceId: ReferenceId,
    labels: z.array(z.string().min(1).max(200)).min(1).max(100),
  }),
  run: (actor, { articleId, referenceId, labels }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const reference = draft?.manuscript.references.find(({ id }) => id === referenceId);
      if (!draft || !reference) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      const strange = labels.filter((label) => !reference.labels.includes(label));
      if (strange.length > 0)
        return fail({ kind: "not-found", message: `The entry does not bear ${strange.join(", ")}.` });

      const left = reference.labels.filter((label) => !labels.includes(label));
      await tx.reference.update({ where: { id: referenceId }, data: { labels: left } });
      const { version } = await recountDraft(tx, articleId, draft);
      await record(tx, actor, {
        type: "reference.changed",
        article: articleId,
        data: { what: "labels-dropped", reference: referenceId, labels, original: reference.original },
      });
      return ok({ version });
    }),
});
