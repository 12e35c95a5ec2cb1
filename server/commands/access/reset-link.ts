import { z } from "zod";
import { may } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockAdmins } from "./admins";
import { openInvitation } from "./open-invitations";

/** A link with which a person sets a new password; answered once, stands for seven days. The old password works until then. */
export const resetLink = command({
  name: "person.reset-link",
  input: z.strictObject({ userId: UserId }),
  run: (actor, { userId }) =>
    inTransaction(async (tx) => {
      const admins = await lockAdmins(tx);
      // The shell has no person; whoever is at the shell of the machine has the database too.
      if (actor.id && (!may("people.manage", actor) || !admins.includes(actor.id))) return fail({ kind: "forbidden" });
      const person = await tx.user.findUnique({
        where: { id: userId },
        select: { email: true, name: true, roles: true, deactivatedAt: true },
      });
      if (!person) return fail({ kind: "not-found" });
      if (person.deactivatedAt)
        return fail({ kind: "wrong-state", message: "They are deactivated; reactivate first." });

      const { email, name, roles } = person;
      const link = await openInvitation(tx, { email, name, roles, userId, invitedBy: actor.id ?? userId });
      await record(tx, actor, {
        type: "person.changed",
        article: null,
        data: { what: "reset-link", person: userId, invitation: link.invitationId },
      });
      return ok(link);
    }),
});
