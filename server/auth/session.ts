import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { db } from "@/server/db";
import { sessionIn } from "./cookie";

/** A person who is signed in. */
export type PersonActor = Extract<Actor, { id: UserId }>;

/**
 * Who asks: the session's person as the database knows them at this moment. Null without a session, and for one of a
 * deactivated person or an older epoch. A route handler gives its request's headers, a page need not.
 */
export async function actorOf(given?: Headers): Promise<PersonActor | null> {
  const session = await sessionIn(given ?? new Headers(await headers()));
  if (!session) return null;
  const row = await db.user.findUnique({
    where: { id: session.userId },
    select: { id: true, roles: true, epoch: true, deactivatedAt: true },
  });
  if (!row || row.deactivatedAt || row.epoch !== session.epoch) return null;
  return { id: UserId.parse(row.id), roles: row.roles };
}

/** The same for a page of the desk: without a session it leads to the sign-in page, and from there back to where one was. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await actorOf();
  if (actor) return actor;
  const path = (await headers()).get("x-desk-path") ?? "/desk";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** What the desk shows of the person who is signed in. */
export type Person = { id: UserId; name: string; email: string };

/** The person behind an actor. */
export async function personOf(actor: PersonActor): Promise<Person> {
  const row = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { name: true, email: true },
  });
  return { id: actor.id, ...row };
}
