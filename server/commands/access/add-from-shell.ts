import { z } from "zod";
import { Email, PersonName, Roles } from "@/domain/access/person";
import { UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { hashPassword } from "@/server/access/password";
import { newToken } from "@/server/access/token";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { openInvitation } from "./open-invitations";

/** Adds a person from the shell, the first admin above all: a link to set the password is answered once. Not for the door. */
export const addFromShell = command({
  name: "person.add-from-shell",
  input: z.strictObject({ email: Email, name: PersonName, roles: Roles }),
  run: async (actor, { email, name, roles }) => {
    if (actor.id) return fail({ kind: "forbidden" });
    const passwordHash = await hashPassword(newToken().token);
    return inTransaction(async (tx) => {
      if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
        return fail({ kind: "known", message: `${email} is one of the people here already.` });
      const id = UserId.parse(newId());
      await tx.user.create({ data: { id, email, name, roles, passwordHash } });
      const link = await openInvitation(tx, { email, name, roles, userId: id, invitedBy: id });
      await record(tx, actor, {
        type: "person.invited",
        article: null,
        data: { person: id, email, name, roles, invitation: link.invitationId },
      });
      return ok(link);
    });
  },
});
