import { type Actor, may } from "@/domain/access/policy";
import type { Looks } from "@/domain/looks/looks";
import { db } from "@/server/db";
import { houseLooks } from "@/server/db/looks";

/** The looks as the settings screen shows them; of the logo only that there is one. */
export type LooksChoices = Omit<Looks, "logo"> & { hasLogo: boolean };

/** How the house looks to readers, for those who may decide it; null for everybody else. */
export async function houseLooksForm(actor: Actor): Promise<LooksChoices | null> {
  if (!may("site.edit", actor)) return null;
  const { logo, ...looks } = await houseLooks(db);
  return { ...looks, hasLogo: logo !== null };
}
