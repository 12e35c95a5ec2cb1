import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SavedViewId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { questionFrom, questionText } from "@/domain/source/library-question";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { newId } from "@/server/db/ids";

/** How many views a person may keep. */
export const mostViews = 100;

/**
 * Keeps a view of the library under a name, or changes one's own: its name, what it shows, whether others see it. What the
 * query asks and cannot be asked is left out. Views are a person's tools and no part of the history.
 */
export const save = command({
  name: "view.save",
  input: z.strictObject({
    viewId: SavedViewId.nullable(),
    name: z
      .string()
      .transform((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
      .pipe(
        z
          .string()
          .min(1)
          .max(80)
          .regex(/^\P{C}*$/u),
      ),
    query: z.string().max(4000),
    shared: z.boolean(),
  }),
  run: (actor, { viewId, name, query, shared }) =>
    inTransaction(async (tx) => {
      if (!may("view.save", actor) || !actor.id) return fail({ kind: "forbidden" });
      await tx.$queryRaw`select id from user_account where id = ${actor.id}::uuid for update`;
      const own = await tx.savedView.findMany({ where: { ownerId: actor.id }, select: { id: true, name: true } });
      if (viewId && !own.some(({ id }) => id === viewId)) return fail({ kind: "not-found" });
      if (await isTaken(tx, actor.id, name, viewId))
        return fail({ kind: "name-taken", message: `You have a view called “${name}” already.` });
      if (!viewId && own.length >= mostViews)
        return fail({ kind: "too-many", message: `A person keeps at most ${mostViews} views. Delete one first.` });
      const id = viewId ?? SavedViewId.parse(newId());
      const data = { name, shared, query: questionText(questionFrom(query)) };
      await tx.savedView.upsert({ where: { id }, create: { id, ownerId: actor.id, ...data }, update: data });
      return ok({ viewId: id, query: data.query });
    }),
});

/** As the database's own index compares names. */
async function isTaken(tx: Tx, ownerId: string, name: string, except: string | null): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from saved_view where owner_id = ${ownerId}::uuid and lower(name) = lower(${name}) and id is distinct from ${except}::uuid`;
  return rows.length > 0;
}
