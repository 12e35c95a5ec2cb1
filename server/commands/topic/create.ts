import { z } from "zod";
import { may } from "@/domain/access/policy";
import { wordSlug } from "@/domain/publishing/slug";
import { TopicName } from "@/domain/publishing/topic";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";

/** Adds a topic that articles can be filed under; its address is made of its name and stays. */
export const createTopic = command({
  name: "topic.create",
  input: z.strictObject({ name: TopicName }),
  run: (actor, { name }) =>
    inTransaction(async (tx) => {
      if (!may("topic.create", actor) || !actor.id) return fail({ kind: "forbidden" });
      const slug = wordSlug(name);
      if (!slug) return fail({ kind: "invalid", message: "A topic's name has letters in it." });
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: topics'))`;
      const known = await tx.topic.findFirst({
        where: { OR: [{ slug }, { name: { equals: name, mode: "insensitive" } }] },
        select: { name: true },
      });
      if (known) return fail({ kind: "taken", message: `There is a topic of that name: ${known.name}.` });
      const topic = await tx.topic.create({
        data: { id: newId(), slug, name, createdById: actor.id },
        select: { id: true, slug: true, name: true },
      });
      await record(tx, actor, { type: "topic.created", article: null, data: topic });
      return ok({ topicId: topic.id, slug, name });
    }),
});
