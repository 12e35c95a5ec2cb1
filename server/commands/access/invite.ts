import { z } from "zod";
import { Email, PersonName, Roles } from "@/domain/access/person";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { lockAdmins } from "./admins";
import { openInvitation } from "./open-invitations";

/** Invites somebody by a link, which is answered once and stands for seven days; an older open link to them ends. */
export const invite = command({
  name: "person.invite",
  input: z.strictObject({ email: Email, name: PersonName, roles: Roles }),
  run: (actor, { email, name, roles }) =>
    inTransaction(async (tx) => {
      const admins = await lockAdmins(tx);
      if (!may("people.manage", actor) || !actor.id || !admins.includes(actor.id)) return fail({ kind: "forbidden" });
      if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
        return fail({ kind: "known", message: `${email} is one of the people here already.` });

      const link = await openInvitation(tx, { email, name, roles, userId: null, invitedBy: actor.id });
      await record(tx, actor, {
        type: "person.invited",
        article: null,
        data: { invitation: link.invitationId, email, name, roles },
      });
      return ok(link);
    }),
});
