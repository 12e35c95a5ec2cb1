import { z } from "zod";
import { may } from "@/domain/access/policy";
import { TopicId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockTopics, standingTopic } from "@/server/db/topics";

/**
 * Makes one topic of two: what is filed under the one, drafts and editions, counts as filed under the other, and its
 * address leads there. No row of an article is written: what a topic stands for is asked when it is read.
 */
export const mergeTopics = command({
  name: "topic.merge",
  input: z.strictObject({ topicId: TopicId, intoId: TopicId }),
  run: (actor, { topicId, intoId }) =>
    inTransaction(async (tx) => {
      if (!may("topic.change", actor)) return fail({ kind: "forbidden" });
      if (topicId === intoId) return fail({ kind: "invalid", message: "A topic cannot be merged into itself." });
      await lockTopics(tx);
      const topic = await standingTopic(tx, topicId);
      const into = await standingTopic(tx, intoId);
      if (!topic || !into) return fail({ kind: "not-found" });
      await tx.topic.updateMany({
        where: { OR: [{ id: topicId }, { mergedInto: topicId }] },
        data: { mergedInto: intoId },
      });
      const data = { topic: topicId, name: topic.name, into: intoId, intoName: into.name };
      await record(tx, actor, { type: "topic.merged", article: null, data });
      return ok({ slug: into.slug });
    }),
});
