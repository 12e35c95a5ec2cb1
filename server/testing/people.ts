import type { Actor, Role } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";

/** A person as commands know them: somebody, never the system. */
export type Somebody = Extract<Actor, { id: UserId }> & { name: string };

/** Hires a person with these roles; nobody can sign in as them. */
export async function hire(name: string, ...roles: Role[]): Promise<Somebody> {
  const id = UserId.parse(newId());
  const email = `${id}@example.org`;
  await db.user.create({ data: { id, email, name, passwordHash: "-", roles } });
  return { id, roles, name };
}
