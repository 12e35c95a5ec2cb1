import { type Actor, may, type Role } from "@/domain/access/policy";
import { InvitationId, UserId } from "@/domain/ids";
import { db } from "@/server/db";

export type ListedPerson = { id: UserId; name: string; email: string; roles: Role[]; active: boolean; you: boolean };
export type ListedInvitation = {
  id: InvitationId;
  name: string;
  email: string;
  roles: Role[];
  expiresAt: string;
  expired: boolean;
};
export type PeopleScreen = { people: ListedPerson[]; invitations: ListedInvitation[]; now: string };

/** Everybody who is or was here, active ones first, and the links to join that are not used yet; null for who may not see. The shell, which has the database anyway, may. */
export async function peopleScreen(actor: Actor): Promise<PeopleScreen | null> {
  if (actor.id && !may("people.manage", actor)) return null;
  const now = new Date();
  const people = await db.user.findMany({
    select: { id: true, name: true, email: true, roles: true, deactivatedAt: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const invitations = await db.invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null, userId: null },
    select: { id: true, name: true, email: true, roles: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
  const listed = people.map(({ deactivatedAt, ...person }) => ({
    ...person,
    id: UserId.parse(person.id),
    active: deactivatedAt === null,
    you: person.id === actor.id,
  }));
  return {
    people: [...listed.filter((person) => person.active), ...listed.filter((person) => !person.active)],
    invitations: invitations.map((invitation) => ({
      ...invitation,
      id: InvitationId.parse(invitation.id),
      expiresAt: invitation.expiresAt.toISOString(),
      expired: invitation.expiresAt <= now,
    })),
    now: now.toISOString(),
  };
}
