import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { rules } from "@/domain/rules";
import { type Choice, choices } from "@/domain/rules/policy";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { json } from "@/server/db/rows";
import { rulePolicy, rulesSetting } from "@/server/db/rule-policy";

/**
 * Says what the house makes of single rules: blocker, warning or off, and after how many days a check is old. Rules that
 * nobody may waive are not the house's to soften. What a rule is anyway is not kept. All drafts are counted again soon after.
 */
export const setRules = command({
  name: "settings.set-rules",
  input: z.strictObject({
    severities: z.record(z.string().max(100), z.enum(choices)),
    staleAfterDays: z.int({ message: "A whole number of days." }).min(1).max(3650),
  }),
  run: (actor, { severities, staleAfterDays }) =>
    inTransaction(async (tx) => {
      if (!may("settings.edit", actor)) return fail({ kind: "forbidden" });
      const issues = Object.entries(severities).flatMap(([id, choice]) => faultIn(id, choice));
      if (issues.length > 0) return fail({ kind: "invalid", message: issues.join(" "), issues });
      const before = await rulePolicy(tx);
      const after = { severities: differing(severities), staleAfterDays };
      if (same(before, after)) return ok({ changed: false });
      await tx.setting.upsert({
        where: { name: rulesSetting },
        create: { name: rulesSetting, value: json(after), updatedById: actor.id },
        update: { value: json(after), updatedById: actor.id, updatedAt: new Date() },
      });
      await record(tx, actor, { type: "settings.changed", article: null, data: { name: rulesSetting, before, after } });
      return ok({ changed: true });
    }),
});

const known = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.id, rule]));

function faultIn(id: string, choice: Choice): string[] {
  const rule = known.get(id);
  if (!rule) return [`There is no rule ${id}.`];
  return rule.waivable || choice === rule.severity ? [] : [`${id} is not the house's to soften: nobody may waive it.`];
}

/** The choices that are other than the rule's own. */
function differing(severities: Readonly<Record<string, Choice>>): Record<string, Choice> {
  const other = Object.entries(severities).filter(([id, choice]) => known.get(id)?.severity !== choice);
  return Object.fromEntries(other.sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Kept = { severities: Readonly<Partial<Record<string, Choice>>>; staleAfterDays: number };

const same = (a: Kept, b: Kept): boolean => canonical(a) === canonical(b);
const canonical = ({ severities, staleAfterDays }: Kept): string =>
  JSON.stringify([Object.entries(severities).sort(([a], [b]) => (a < b ? -1 : 1)), staleAfterDays]);
