import { z } from "zod";
import { may } from "@/domain/access/policy";
import { TopicName } from "@/domain/publishing/topic";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { lockTopics } from "@/server/db/topics";
import { addressFor } from "./free-name";

/**
 * Adds a topic that articles can be filed under; its address is made of its name. One of that name that was removed comes
 * back, with what was filed under it.
 */
export const createTopic = command({
  name: "topic.create",
  input: z.strictObject({ name: TopicName }),
  run: (actor, { name }) =>
    inTransaction(async (tx) => {
      if (!may("topic.create", actor) || !actor.id) return fail({ kind: "forbidden" });
      await lockTopics(tx);
      const removed = await tx.topic.findFirst({
        where: { removedAt: { not: null }, name: { equals: name, mode: "insensitive" } },
        select: { id: true },
      });
      const slug = await addressFor(tx, name, removed?.id ?? null);
      if (!slug.ok) return slug;
      const data = { slug: slug.value, name };
      const { id } = removed
        ? await tx.topic.update({ where: { id: removed.id }, data: { ...data, removedAt: null } })
        : await tx.topic.create({ data: { ...data, id: newId(), createdById: actor.id } });
      await record(tx, actor, { type: "topic.created", article: null, data: { ...data, id, again: removed !== null } });
      return ok({ topicId: id, ...data });
    }),
});
