import { z } from "zod";
import { may } from "@/domain/access/policy";
import { TopicId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockTopics, standingTopic } from "@/server/db/topics";

/** Takes a topic away. Its articles stay where they are and stand under it no more; its page then says that it is gone. */
export const removeTopic = command({
  name: "topic.remove",
  input: z.strictObject({ topicId: TopicId }),
  run: (actor, { topicId }) =>
    inTransaction(async (tx) => {
      if (!may("topic.change", actor)) return fail({ kind: "forbidden" });
      await lockTopics(tx);
      const topic = await standingTopic(tx, topicId);
      if (!topic) return fail({ kind: "not-found" });
      await tx.topic.update({ where: { id: topicId }, data: { removedAt: new Date() } });
      await record(tx, actor, { type: "topic.removed", article: null, data: { topic: topicId, name: topic.name } });
      return ok({});
    }),
});
