import { type Actor, may } from "@/domain/access/policy";
import type { CheckingSettings } from "@/domain/source/checking-settings";
import { db } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";

/** How sources are checked, for those who may change it; null for everybody else. */
export async function checkingForm(actor: Actor): Promise<CheckingSettings | null> {
  return may("settings.edit", actor) ? checkingSettings(db) : null;
}
