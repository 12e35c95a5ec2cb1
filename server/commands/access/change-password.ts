import { z } from "zod";
import { Password, passwordFaults } from "@/domain/access/password";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { countTry, forgetTries } from "@/server/db/limits";
import { hashPassword, isPassword } from "@/server/access/password";
import { command } from "@/server/commands/command";
import { db, inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { withdrawInvitations } from "./open-invitations";
import { endSessions } from "./sessions";

/** Sets the actor's own new password, given the current one. All their other sessions end, and open reset links too. */
export const changePassword = command({
  name: "account.change-password",
  input: z.strictObject({ current: Password, next: Password }),
  bodyLimit: 8 * 1024,
  run: async (actor, { current, next }) => {
    const userId = actor.id;
    if (!userId || !may("account.change", actor, { userId })) return fail({ kind: "forbidden" });
    const person = await db.user.findUnique({ where: { id: userId } });
    if (!person) return fail({ kind: "not-found" });
    const faults = passwordFaults(next, person.email);
    if (next === current) faults.push("This is the password that you have.");
    if (faults.length > 0) return fail({ kind: "invalid", message: faults.join(" "), issues: faults });
    const counted = await countTry("account", userId);
    if (!counted.ok) return counted;
    if (!(await isPassword(current, person.passwordHash)))
      return fail({ kind: "wrong-password", message: "The current password is not right." });
    await forgetTries("account", userId);
    const passwordHash = await hashPassword(next);

    return inTransaction(async (tx) => {
      await tx.$queryRaw`select id from user_account where id = ${userId}::uuid for update`;
      const now = await tx.user.findUnique({ where: { id: userId }, select: { epoch: true, deactivatedAt: true } });
      if (!now || now.deactivatedAt || now.epoch !== person.epoch) return fail({ kind: "stale" });
      const ended = await endSessions(tx, userId, { passwordHash });
      await withdrawInvitations(tx, { userId });
      await record(tx, actor, { type: "person.changed", article: null, data: { what: "password", person: userId } });
      return ok(ended);
    });
  },
});
