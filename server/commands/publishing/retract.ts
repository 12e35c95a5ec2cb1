import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { rebakeArticle, rebakeLists } from "@/server/baking/from-database";
import { canMove, transitions } from "@/domain/review/machine";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { json, noJson } from "@/server/db/rows";
import { giveReceipt } from "./give-receipt";
import { copyTopics } from "@/server/db/topics";

/**
 * Retracts what is published: a new edition of the same text, kind retraction, with its reason. The page stays and says
 * so; lists, feeds and search leave it out. The draft's text is not touched, but what was scheduled is scheduled no more,
 * so that nothing undoes the retraction by itself.
 */
export const retract = command({
  name: "publishing.retract",
  input: z.strictObject({ articleId: ArticleId, reason: z.string().trim().min(1).max(2000) }),
  run: (actor, { articleId, reason }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.retract", actor) || !actor.id) return fail({ kind: "forbidden" });
      const live = article.liveEditionId ? await tx.edition.findUnique({ where: { id: article.liveEditionId } }) : null;
      if (!live || live.kind === "retraction" || article.withdrawnAt)
        return fail({ kind: "wrong-state", message: "Nothing is published that could be retracted." });

      const edition = await tx.edition.create({
        data: {
          ...live,
          id: newId(),
          number: live.number + 1,
          kind: "retraction",
          note: reason,
          references: json(live.references),
          verified: json(live.verified),
          formatted: live.formatted === null ? noJson : json(live.formatted),
          publishedById: actor.id,
          publishedAt: new Date(),
        },
      });
      await copyTopics(tx, live.id, edition.id);
      const sections = await tx.editionSection.findMany({ where: { editionId: live.id } });
      await tx.editionSection.createMany({
        data: sections.map((section) => ({ ...section, editionId: edition.id, body: json(section.body) })),
      });
      const scheduled = canMove(article.state, "unschedule");
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { liveEditionId: edition.id, version: { increment: 1 }, ...(scheduled ? offTheSchedule : {}) },
      });
      await giveReceipt(tx, edition);
      await rebakeArticle(tx, articleId);
      await rebakeLists(tx);
      await record(tx, actor, {
        type: "article.retracted",
        article: articleId,
        data: { edition: edition.id, number: edition.number, reason, unscheduled: scheduled },
      });
      return ok({ version, number: edition.number });
    }),
});

const offTheSchedule = {
  state: transitions.unschedule.to,
  scheduledFor: null,
  scheduledById: null,
  scheduledAs: noJson,
};
