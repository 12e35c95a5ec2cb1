import { z } from "zod";
import { may } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockAdmins } from "./admins";

/** Opens a deactivated person's account again, with the roles and the password that they had. */
export const reactivate = command({
  name: "person.reactivate",
  input: z.strictObject({ userId: UserId }),
  run: (actor, { userId }) =>
    inTransaction(async (tx) => {
      const admins = await lockAdmins(tx);
      if (!may("people.manage", actor) || !actor.id || !admins.includes(actor.id)) return fail({ kind: "forbidden" });
      const person = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
      if (!person) return fail({ kind: "not-found" });
      const { count } = await tx.user.updateMany({
        where: { id: userId, deactivatedAt: { not: null } },
        data: { deactivatedAt: null },
      });
      if (count === 0) return fail({ kind: "wrong-state", message: "They are active already." });
      await record(tx, actor, { type: "person.reactivated", article: null, data: { person: userId } });
      return ok({});
    }),
});
