import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { hasUncheckedQuotes } from "@/domain/citation/quotes";
import { applySteps } from "@/domain/document/apply-steps";
import { canonicalJson } from "@/domain/document/canonical";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { db, inTransaction, type Tx } from "@/server/db";
import { lockArticle, readDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { saveDraft } from "@/server/db/save-draft";
import { asReceived, type LoggedSteps, stepsPerBatch, stepsSince } from "@/server/db/steps";
import { foreignIds } from "./foreign-ids";

const Batch = z.strictObject({
  articleId: ArticleId,
  stepCount: z.int().min(0),
  steps: z.array(z.record(z.string(), z.unknown())).min(1).max(stepsPerBatch),
  clientId: z.string().regex(/^[\w-]{1,64}$/),
});
type Batch = z.output<typeof Batch>;

/**
 * Takes in what was written. Steps made on an older text are refused with the steps that are missing, so that the editor
 * can put its own after them; a batch that is here already, because its answer was lost, is answered as saved.
 */
export const saveSteps = command({
  name: "article.save-steps",
  bodyLimit: 2 * 1024 * 1024,
  input: Batch,
  // A batch that is behind is told so without waiting for the lock that others write under.
  run: async (actor, batch) =>
    (await answerNow(db, actor, batch, await standingOf(batch.articleId))) ??
    inTransaction((tx) => save(tx, actor, batch)),
});

async function save(tx: Tx, actor: Actor, batch: Batch) {
  const { articleId, steps, clientId } = batch;
  const article = await lockArticle(tx, articleId);
  const answer = await answerNow(tx, actor, batch, article);
  const draft = answer || !article ? null : await readDraft(tx, articleId, article);
  if (!draft || !actor.id) return answer ?? fail({ kind: "not-found" });
  const applied = applySteps(draft.manuscript.document, steps);
  if (!applied.ok) return fail({ kind: "invalid", message: `The text would not be whole: ${applied.error.why}.` });
  if (applied.value.content.size > largestText)
    return fail({ kind: "too-large", message: "The text is longer than the desk can keep in one article." });
  const foreign = await foreignIds(tx, draft, applied.value);
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
    data: {
      stepCount: saved.stepCount,
      steps: steps.length,
      sections: saved.changed,
      ...(hasUncheckedQuotes(saved.manuscript) ? { quotes: "unchecked" } : {}),
    },
  });
  return ok({ stepCount: saved.stepCount, version: saved.version });
}

/** In ProseMirror's units, a character or a boundary of a node each: twice the largest draft that can be imported. */
const largestText = 10_000_000;

/** The answer to a batch that is not to be written, whatever is in it; null when it fits the text as it stands. */
async function answerNow(
  tx: Tx,
  actor: Actor,
  { articleId, stepCount, steps, clientId }: Batch,
  article: { stepCount: number } | null,
) {
  if (!article) return fail({ kind: "not-found" });
  if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
  if (stepCount === article.stepCount) return null;
  if (stepCount > article.stepCount)
    return fail({ kind: "invalid", message: "These changes were made on a text that the desk has never had." });
  const missing = await stepsSince(tx, articleId, stepCount);
  const saved = missing[0];
  if (saved && saved.author === actor.id && isSame(saved, { steps, clientId }))
    return ok({ stepCount: stepCount + steps.length, version: saved.version });
  const message = "Others were quicker; their changes come first.";
  return fail({ kind: "behind", message, ...asReceived(missing, stepCount) });
}

const standingOf = (id: ArticleId) => db.article.findUnique({ where: { id }, select: { stepCount: true } });

const isSame = (saved: LoggedSteps, sent: Pick<LoggedSteps, "steps" | "clientId">): boolean =>
  saved.clientId === sent.clientId && canonicalJson(saved.steps) === canonicalJson(sent.steps);
