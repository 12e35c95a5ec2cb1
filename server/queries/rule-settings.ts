import { type Actor, may } from "@/domain/access/policy";
import type { RulePolicy } from "@/domain/rules/policy";
import { db } from "@/server/db";
import { rulePolicy } from "@/server/db/rule-policy";

/** What the house decided about the rules, for those who may decide; null for everybody else. */
export async function ruleSettings(actor: Actor): Promise<RulePolicy | null> {
  return may("settings.edit", actor) ? rulePolicy(db) : null;
}
