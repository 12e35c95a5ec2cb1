import { z } from "zod";
import { ArticleId, UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { type Actor, may } from "@/domain/access/policy";
import { transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { type Draft, lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { json, noJson } from "@/server/db/rows";
import { type Unformatted, withCitations } from "./with-citations";
import { writeEdition } from "./write-edition";

type Outcome = "not-due" | "published" | "refused";

const ScheduledAs = z.strictObject({ kind: z.enum(["publish", "correction"]), note: z.string().nullable() });

/**
 * Publishes what was scheduled when its hour has come, by the same gate; a refusal is written down for the desk and the
 * draft goes back under review. Safe to run twice: what is not scheduled, or not yet due, is left alone.
 */
export const publishScheduled = command({
  name: "publishing.publish-scheduled",
  input: z.strictObject({ articleId: ArticleId }),
  run: async (actor, { articleId }) => {
    const result = await withCitations(() => publishWhenDue(actor, articleId, null));
    if (result.ok || !("message" in result.error)) return result;
    return publishWhenDue(actor, articleId, result.error.message);
  },
});

/** `hindrance` is why its citations cannot be formatted, where that was tried. */
function publishWhenDue(actor: Actor, articleId: ArticleId, hindrance: string | null) {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, articleId);
    if (!draft) return fail({ kind: "not-found" });
    if (actor.id || !may("article.publish", actor)) return fail({ kind: "forbidden" });
    const { state, scheduledFor, scheduledById } = draft.article;
    if (state !== "scheduled" || !scheduledFor || !scheduledById || scheduledFor > new Date())
      return ok({ outcome: "not-due" as Outcome });

    const reasons =
      hindrance === null ? await reasonsAgainst(tx, actor, draft, UserId.parse(scheduledById)) : [hindrance];
    if (reasons !== null && "wanted" in reasons) return fail(reasons);
    if (reasons === null) return ok({ outcome: "published" as Outcome });
    await writeRefusal(tx, articleId, reasons);
    await record(tx, actor, {
      type: "article.publishing-refused",
      article: articleId,
      data: { for: scheduledFor.toISOString(), reasons },
    });
    return ok({ outcome: "refused" as Outcome });
  });
}

/** Publishes; what speaks against it is told in words, and null says that it is published. */
async function reasonsAgainst(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  publisher: UserId,
): Promise<string[] | null | Unformatted> {
  const articleId = ArticleId.parse(draft.article.id);
  const request = ScheduledAs.parse(draft.article.scheduledAs);
  const result = await writeEdition(tx, actor, draft, { articleId, request, publisher });
  if (result.ok) return null;
  if (result.error.kind === "unformatted") return result.error;
  if (result.error.kind === "citing") return [result.error.message];
  return result.error.kind === "blocked" ? result.error.obstacles.map(({ message }) => message) : [];
}

async function writeRefusal(tx: Tx, articleId: ArticleId, reasons: string[]): Promise<void> {
  await tx.article.update({
    where: { id: articleId },
    data: {
      state: transitions.refuse.to,
      scheduledFor: null,
      scheduledById: null,
      scheduledAs: noJson,
      refusal: json({ at: new Date().toISOString(), reasons }),
      version: { increment: 1 },
    },
  });
}
