import { z } from "zod";
import { may } from "@/domain/access/policy";
import { TopicId } from "@/domain/ids";
import { TopicDescription, TopicName } from "@/domain/publishing/topic";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockTopics, standingTopic } from "@/server/db/topics";
import { addressFor } from "./free-name";

/**
 * Renames a topic and says what it is about. Its address follows its name; the one that it had leads to the new one for as
 * long as the topic stands. Readers see it when its pages are drawn anew, soon after.
 */
export const changeTopic = command({
  name: "topic.change",
  input: z.strictObject({ topicId: TopicId, name: TopicName, description: TopicDescription }),
  run: (actor, { topicId, name, description }) =>
    inTransaction(async (tx) => {
      if (!may("topic.change", actor)) return fail({ kind: "forbidden" });
      await lockTopics(tx);
      const before = await standingTopic(tx, topicId);
      if (!before) return fail({ kind: "not-found" });
      if (before.name === name && before.description === description) return ok({ slug: before.slug });
      const slug = await addressFor(tx, name, topicId);
      if (!slug.ok) return slug;
      if (slug.value !== before.slug) {
        await tx.topicAddress.deleteMany({ where: { slug: slug.value } });
        await tx.topicAddress.create({ data: { slug: before.slug, topicId } });
      }
      await tx.topic.update({ where: { id: topicId }, data: { name, description, slug: slug.value } });
      const data = { topic: topicId, from: before.name, name, description, slug: slug.value };
      await record(tx, actor, { type: "topic.changed", article: null, data });
      return ok({ slug: slug.value });
    }),
});
