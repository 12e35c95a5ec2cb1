import { z } from "zod";
import { Password, passwordFaults } from "@/domain/access/password";
import { PersonName } from "@/domain/access/person";
import type { Actor, Role } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { hashPassword } from "@/server/access/password";
import { command } from "@/server/commands/command";
import { db, inTransaction, type Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { withdrawInvitations } from "./open-invitations";
import { endSessions } from "./sessions";

/**
 * Somebody with a link joins, or sets a new password; the link's secret says who asks, so no session is needed. `name`
 * is the name of who joins, and null for a new password. A link works once.
 */
export const acceptInvitation = command({
  name: "invitation.accept",
  input: z.strictObject({ token: z.string().min(20).max(100), name: PersonName.nullable(), password: Password }),
  bodyLimit: 8 * 1024,
  run: async (_, { token, name, password }) => {
    const seen = await db.invitation.findUnique({ where: { tokenHash: sha256(token) } });
    if (!seen) return fail({ kind: "not-found", message: "There is no such link. Was it copied whole?" });
    const over = whyOver(seen);
    if (over) return fail({ kind: "over", message: over });
    const faults = passwordFaults(password, seen.email);
    if (!seen.userId && !name) faults.unshift("A name is needed.");
    if (faults.length > 0) return fail({ kind: "invalid", message: faults.join(" "), issues: faults });
    // The costly part, before the transaction, so that no row is locked for as long as it takes.
    const passwordHash = await hashPassword(password);

    return inTransaction(async (tx) => {
      const { count } = await tx.invitation.updateMany({
        where: { id: seen.id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
        data: { acceptedAt: new Date() },
      });
      if (count === 0) return fail({ kind: "over", message: "This link was used or withdrawn a moment ago." });
      if (seen.userId) return renew(tx, UserId.parse(seen.userId), passwordHash, seen.email);
      return join(tx, seen, name ?? seen.name, passwordHash);
    });
  },
});

type Invitation = { id: string; email: string; roles: Role[] };
type Life = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

/** Why a link does not work any more, as a sentence, or null while it does. */
function whyOver(invitation: Life): string | null {
  if (invitation.acceptedAt) return "This link was used already. Sign in with the password that was set then.";
  if (invitation.withdrawnAt) return "This link was withdrawn. Ask an administrator for a new one.";
  return invitation.expiresAt <= new Date() ? "This link has expired. Ask an administrator for a new one." : null;
}

async function join(tx: Tx, invitation: Invitation, name: string, passwordHash: string) {
  const { email, roles } = invitation;
  if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return fail({ kind: "known" });
  const id = UserId.parse(newId());
  await tx.user.create({ data: { id, email, name, passwordHash, roles } });
  const joined: Actor = { id, roles };
  await record(tx, joined, { type: "person.joined", article: null, data: { person: id, invitation: invitation.id } });
  return ok({ email });
}

async function renew(tx: Tx, userId: UserId, passwordHash: string, email: string) {
  const person = await tx.user.findUnique({ where: { id: userId }, select: { deactivatedAt: true, roles: true } });
  if (!person || person.deactivatedAt) return fail({ kind: "over", message: "This account is not active." });
  await endSessions(tx, userId, { passwordHash });
  await withdrawInvitations(tx, { userId });
  const actor: Actor = { id: userId, roles: person.roles };
  const data = { what: "password-by-link", person: userId };
  await record(tx, actor, { type: "person.changed", article: null, data });
  return ok({ email });
}
