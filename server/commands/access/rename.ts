import { z } from "zod";
import { PersonName } from "@/domain/access/person";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

/** Changes the actor's own name. */
export const rename = command({
  name: "account.rename",
  input: z.strictObject({ name: PersonName }),
  run: (actor, { name }) =>
    inTransaction(async (tx) => {
      const userId = actor.id;
      if (!userId || !may("account.change", actor, { userId })) return fail({ kind: "forbidden" });
      const person = await tx.user.findUnique({ where: { id: userId }, select: { name: true } });
      if (!person) return fail({ kind: "not-found" });
      if (person.name === name) return ok({ name });
      await tx.user.update({ where: { id: userId }, data: { name } });
      await record(tx, actor, {
        type: "person.changed",
        article: null,
        data: { what: "name", person: userId, from: person.name, to: name },
      });
      return ok({ name });
    }),
});
