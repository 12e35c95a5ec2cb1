import { type Actor, may } from "@/domain/access/policy";
import type { Looks } from "@/domain/looks/looks";
import { db } from "@/server/db";
import { houseLooks } from "@/server/db/looks";

/** The house's name and tagline, and the links at the head and the foot of its pages. */
export type SiteSettings = {
  site: { name: string; tagline: string };
  links: Pick<Looks, "navigation" | "footer">;
};

/** What the house is called and where its pages lead, for those who may change it; null for everybody else. */
export async function siteSettings(actor: Actor): Promise<SiteSettings | null> {
  const site = await siteName(actor);
  if (!site) return null;
  const { navigation, footer } = await houseLooks(db);
  return { site, links: { navigation, footer } };
}

/** The house's name and tagline alone, for those who may change them. */
export async function siteName(actor: Actor): Promise<SiteSettings["site"] | null> {
  if (!may("site.edit", actor)) return null;
  const row = await db.site.findUnique({ where: { only: true }, select: { name: true, tagline: true } });
  return row ?? { name: "", tagline: "" };
}
