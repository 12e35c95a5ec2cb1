import { type Actor, may } from "@/domain/access/policy";
import { db } from "@/server/db";

/** The names of those whom a colleague can ask for what only admins may, at most five; null for whoever is no colleague. */
export async function admins(actor: Actor): Promise<string[] | null> {
  if (!may("article.read", actor)) return null;
  const rows = await db.user.findMany({
    where: { roles: { has: "admin" }, deactivatedAt: null },
    orderBy: { name: "asc" },
    take: 5,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}
