import { z } from "zod";
import { choices, defaultPolicy, type RulePolicy } from "@/domain/rules/policy";
import type { Tx } from "@/server/db";
import { ruleFrom } from "@/server/db/rows";
import { settingOf } from "@/server/db/settings";

/** The name of the setting that holds the policy. */
export const rulesSetting = "rules";

/** The policy as it is kept; rules that no longer exist keep their ids. */
export const StoredPolicy = z.strictObject({
  severities: z.record(z.string(), z.enum(choices)),
  staleAfterDays: z.int().min(1).max(3650),
});

/** What the house decided about the rules. */
export async function rulePolicy(tx: Pick<Tx, "setting">): Promise<RulePolicy> {
  const { staleAfterDays } = defaultPolicy;
  const stored = await settingOf(tx, rulesSetting, StoredPolicy, { severities: {}, staleAfterDays });
  const severities = Object.entries(stored.severities).map(([id, choice]) => [ruleFrom(id), choice] as const);
  return { severities: Object.fromEntries(severities), staleAfterDays: stored.staleAfterDays };
}
