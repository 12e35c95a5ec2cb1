import type { Actor, Role } from "@/domain/access/policy";
import { db } from "@/server/db";

export type AccountScreen = { name: string; email: string; roles: Role[] };

/** What a person sees of their own account; null for who is no person. */
export async function accountScreen(actor: Actor): Promise<AccountScreen | null> {
  if (!actor.id) return null;
  return db.user.findUnique({ where: { id: actor.id }, select: { name: true, email: true, roles: true } });
}
