import { type Actor, may } from "@/domain/access/policy";
import type { FindingSettings } from "@/domain/source/finding-settings";
import { db } from "@/server/db";
import { findingSettings } from "@/server/db/finding-settings";

/** Who is asked for sources, and how, for those who may change it; null for everybody else. */
export async function findingScreen(actor: Actor): Promise<FindingSettings | null> {
  return may("settings.edit", actor) ? findingSettings(db) : null;
}
