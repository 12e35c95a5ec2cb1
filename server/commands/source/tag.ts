import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { mostTags, Tag, tagsAfter } from "@/domain/source/tags";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

const Tags = z
  .array(Tag)
  .max(mostTags)
  .transform((tags) => [...new Set(tags)]);

/** Puts tags on sources and takes tags off; all of them or, when one would have too many or is not there, none. */
export const tag = command({
  name: "source.tag",
  input: z
    .strictObject({ sourceIds: z.array(SourceId).min(1).max(1000), add: Tags, remove: Tags })
    .refine(({ add, remove }) => add.length + remove.length > 0, "say which tags"),
  run: (actor, { sourceIds, add, remove }) =>
    inTransaction(async (tx) => {
      if (!may("source.tag", actor)) return fail({ kind: "forbidden" });
      const ids = [...new Set(sourceIds)];
      await tx.$queryRaw`select id from source where id = any(${ids}::uuid[]) order by id for no key update`;
      const sources = await tx.source.findMany({
        where: { id: { in: ids }, mergedIntoId: null },
        select: { id: true, title: true, tags: true },
      });
      if (sources.length < ids.length)
        return fail({ kind: "not-found", message: "One of the sources is not in the library any more." });
      const changed: string[] = [];
      for (const { id, title, tags: before } of sources) {
        const after = tagsAfter(before, add, remove);
        if (!after.ok)
          return fail({
            kind: "too-many",
            message: `“${title}” would have ${after.error.tags} tags; ${mostTags} are the most.`,
          });
        if (after.value.join() === before.join()) continue;
        await tx.source.update({ where: { id }, data: { tags: after.value } });
        changed.push(id);
      }
      if (changed.length > 0)
        await record(tx, actor, {
          type: "source.tagged",
          article: null,
          data: { sources: changed, tags: add, removed: remove },
        });
      return ok({ changed: changed.length });
    }),
});
