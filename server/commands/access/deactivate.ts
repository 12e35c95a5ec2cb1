import { z } from "zod";
import { may } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockAdmins } from "./admins";
import { withdrawInvitations } from "./open-invitations";
import { endSessions } from "./sessions";

/** Closes a person's account: their sessions and the links to and from them end at once; what they wrote stays theirs. */
export const deactivate = command({
  name: "person.deactivate",
  input: z.strictObject({ userId: UserId }),
  run: (actor, { userId }) =>
    inTransaction(async (tx) => {
      const admins = await lockAdmins(tx);
      if (!may("people.manage", actor) || !actor.id || !admins.includes(actor.id)) return fail({ kind: "forbidden" });
      if (!may("people.deactivate", actor, { userId }))
        return fail({ kind: "forbidden", message: "Nobody deactivates themselves. Ask another admin." });
      const person = await tx.user.findUnique({ where: { id: userId }, select: { deactivatedAt: true } });
      if (!person) return fail({ kind: "not-found" });
      if (person.deactivatedAt) return fail({ kind: "wrong-state", message: "They are deactivated already." });

      const ended = await endSessions(tx, userId, { deactivatedAt: new Date() });
      await withdrawInvitations(tx, { userId });
      await withdrawInvitations(tx, { invitedById: userId });
      await record(tx, actor, { type: "person.deactivated", article: null, data: { person: userId } });
      return ok(ended);
    }),
});
