import { z } from "zod";
import { Roles } from "@/domain/access/person";
import { may } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockAdmins } from "./admins";
import { withdrawInvitations } from "./open-invitations";
import { endSessions } from "./sessions";

/** Gives a person other roles and ends their sessions. One active admin at least is left. */
export const setRoles = command({
  name: "person.set-roles",
  input: z.strictObject({ userId: UserId, roles: Roles }),
  run: (actor, { userId, roles }) =>
    inTransaction(async (tx) => {
      const admins = await lockAdmins(tx);
      if (!may("people.manage", actor) || !actor.id || !admins.includes(actor.id)) return fail({ kind: "forbidden" });
      const person = await tx.user.findUnique({ where: { id: userId }, select: { roles: true } });
      if (!person) return fail({ kind: "not-found" });
      const stays = roles.includes("admin");
      if (!stays && admins.length === 1 && admins[0] === userId)
        return fail({ kind: "last-admin", message: "Somebody must stay an admin. Make another person one first." });

      const ended = await endSessions(tx, userId, { roles });
      if (!stays) await withdrawInvitations(tx, { invitedById: userId });
      await record(tx, actor, {
        type: "person.changed",
        article: null,
        data: { what: "roles", person: userId, from: person.roles, to: roles },
      });
      return ok(ended);
    }),
});
