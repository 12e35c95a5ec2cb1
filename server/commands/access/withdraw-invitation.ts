import { z } from "zod";
import { may } from "@/domain/access/policy";
import { InvitationId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

/** Makes a link that was handed out worthless, if it was not used yet. */
export const withdrawInvitation = command({
  name: "invitation.withdraw",
  input: z.strictObject({ invitationId: InvitationId }),
  run: (actor, { invitationId }) =>
    inTransaction(async (tx) => {
      if (!may("people.manage", actor)) return fail({ kind: "forbidden" });
      const invitation = await tx.invitation.findUnique({ where: { id: invitationId }, select: { email: true } });
      if (!invitation) return fail({ kind: "not-found" });
      const { count } = await tx.invitation.updateMany({
        where: { id: invitationId, acceptedAt: null, withdrawnAt: null },
        data: { withdrawnAt: new Date() },
      });
      if (count === 0) return fail({ kind: "wrong-state", message: "The link was used or withdrawn already." });
      await record(tx, actor, {
        type: "person.changed",
        article: null,
        data: { what: "invitation-withdrawn", invitation: invitationId, email: invitation.email },
      });
      return ok({});
    }),
});
