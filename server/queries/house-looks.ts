import { type Actor, may } from "@/domain/access/policy";
import type { Looks } from "@/domain/looks/looks";
import { db } from "@/server/db";
import { houseLooks } from "@/server/db/looks";

/** What the looks screen shows; of the logo only that there is one. */
export type LooksChoices = Pick<Looks, "accent" | "headlines"> & { hasLogo: boolean };

/** Accent, headlines and logo of the house, for those who may decide them; null for everybody else. */
export async function looksSettings(actor: Actor): Promise<LooksChoices | null> {
  if (!may("site.edit", actor)) return null;
  const { accent, headlines, logo } = await houseLooks(db);
  return { accent, headlines, hasLogo: logo !== null };
}
