import { type Actor, may } from "@/domain/access/policy";
import { db } from "@/server/db";

/** What readers see of the house. */
export type SiteSettings = { name: string; tagline: string };

/** The house's name and tagline, for those who may change them; null for everybody else. */
export async function siteSettings(actor: Actor): Promise<SiteSettings | null> {
  if (!may("site.edit", actor)) return null;
  const row = await db.site.findUnique({ where: { only: true }, select: { name: true, tagline: true } });
  return row ?? { name: "", tagline: "" };
}
