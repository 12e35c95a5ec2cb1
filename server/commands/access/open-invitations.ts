import type { Role } from "@/domain/access/policy";
import { InvitationId, type UserId } from "@/domain/ids";
import { linkTo, newToken } from "@/server/access/token";
import type { Tx } from "@/server/db";
import { newId } from "@/server/db/ids";

/** A link to be handed to a person; it is told once and cannot be read again. */
export type Link = { invitationId: InvitationId; link: string; expiresAt: string };

type Asked = { email: string; name: string; roles: readonly Role[]; userId: UserId | null; invitedBy: UserId };

const lifetime = 7 * 24 * 60 * 60 * 1000;

/** Makes a link for a person who joins, or with `userId` for one who sets a new password; older open ones to them are withdrawn. */
export async function openInvitation(tx: Tx, { email, name, roles, userId, invitedBy }: Asked): Promise<Link> {
  await withdrawInvitations(tx, userId ? { userId } : { email, userId: null });
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(Date.now() + lifetime);
  const id = newId();
  await tx.invitation.create({
    data: { id, tokenHash, email, name, roles: [...roles], userId, invitedById: invitedBy, expiresAt },
  });
  return { invitationId: InvitationId.parse(id), link: linkTo(token), expiresAt: expiresAt.toISOString() };
}

/** Withdraws all links that are still open: those to an e-mail, those for a person, or those that a person gave out. */
export async function withdrawInvitations(
  tx: Tx,
  which: { email: string; userId: null } | { userId: UserId } | { invitedById: UserId },
): Promise<void> {
  await tx.invitation.updateMany({
    where: { ...which, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
}
