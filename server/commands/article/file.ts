import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, TopicId } from "@/domain/ids";
import { mostTopics } from "@/domain/publishing/topic";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";

/** Files a draft under just these topics. Readers see it with the next edition, which keeps what it was filed under. */
export const file = command({
  name: "article.file",
  input: z.strictObject({ articleId: ArticleId, topicIds: z.array(TopicId).max(mostTopics) }),
  run: (actor, { articleId, topicIds: given }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      const topicIds = [...new Set(given)];
      const topics = await tx.topic.findMany({
        where: { id: { in: topicIds }, mergedInto: null, removedAt: null },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      });
      if (topics.length < topicIds.length) return fail({ kind: "not-found", message: "There is no such topic." });
      const before = await tx.articleTopic.findMany({ where: { articleId }, select: { topicId: true } });
      const same =
        before.length === topics.length && before.every(({ topicId }) => topics.some(({ id }) => id === topicId));
      if (same) return ok({ version: article.version });
      await tx.articleTopic.deleteMany({ where: { articleId } });
      await tx.articleTopic.createMany({ data: topics.map(({ id }) => ({ articleId, topicId: id })) });
      const { version } = await tx.article.update({ where: { id: articleId }, data: { version: { increment: 1 } } });
      const names = topics.map(({ name }) => name);
      await record(tx, actor, { type: "article.filed", article: articleId, data: { topics: names } });
      return ok({ version });
    }),
});
