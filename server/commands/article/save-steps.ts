import { z } from "zod";
import { may } from "@/domain/access/policy";
import { applySteps } from "@/domain/document/apply-steps";
import { canonicalJson } from "@/domain/document/canonical";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle, readDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { saveDraft } from "@/server/db/save-draft";
import { asReceived, type LoggedSteps, stepsPerBatch, stepsSince } from "@/server/db/steps";
import { foreignIds } from "./foreign-ids";

/**
 * Takes in what was written. Steps made on an older text are refused with the steps that are missing, so that the editor
 * can put its own after them; a batch that is here already, because its answer was lost, is answered as saved.
 */
export const saveSteps = command({
  name: "article.save-steps",
  bodyLimit: 2 * 1024 * 1024,
  input: z.strictObject({
    articleId: ArticleId,
    stepCount: z.int().min(0),
    steps: z.array(z.record(z.string(), z.unknown())).min(1).max(stepsPerBatch),
    clientId: z.string().regex(/^[\w-]{1,64}$/),
  }),
  run: (actor, { articleId, stepCount, steps, clientId }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (stepCount > article.stepCount)
        return fail({ kind: "invalid", message: "These changes were made on a text that the desk has never had." });
      if (stepCount < article.stepCount) {
        const missing = await stepsSince(tx, articleId, stepCount);
        const saved = missing[0];
        if (saved && saved.author === actor.id && isSame(saved, { steps, clientId }))
          return ok({ stepCount: stepCount + steps.length, version: saved.version });
        const message = "Others were quicker; their changes come first.";
        return fail({ kind: "behind", message, ...asReceived(missing, stepCount) });
      }

      const draft = await readDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      const applied = applySteps(draft.manuscript.document, steps);
      if (!applied.ok) return fail({ kind: "invalid", message: `The text would not be whole: ${applied.error.why}.` });
      const foreign = await foreignIds(tx, articleId, applied.value);
      if (foreign.length > 0) return fail({ kind: "cross-article", message: foreign.join(" "), issues: foreign });

      const saved = await saveDraft(tx, draft, {
        reason: "steps",
        author: actor.id,
        document: applied.value,
        steps: { json: steps, clientId },
      });
      await record(tx, actor, {
        type: "article.edited",
        article: articleId,
        data: { stepCount: saved.stepCount, steps: steps.length, sections: saved.changed },
      });
      return ok({ stepCount: saved.stepCount, version: saved.version });
    }),
});

const isSame = (saved: LoggedSteps, sent: Pick<LoggedSteps, "steps" | "clientId">): boolean =>
  saved.clientId === sent.clientId && canonicalJson(saved.steps) === canonicalJson(sent.steps);
