import type { RuleId, Severity } from "./finding";
import type { Rule } from "./rule";

/** What the house may make of a rule. */
export const choices = ["blocker", "warning", "off"] as const;
export type Choice = (typeof choices)[number];

/**
 * What the house decided about single rules: another severity, or `off`, and days after which a check is stale. A rule
 * that is not listed has its own default. Holes cannot be softened: the policy of a rule that cannot be waived is ignored.
 */
export type RulePolicy = {
  severities: Readonly<Partial<Record<RuleId, Choice>>>;
  /** A check older than this many days is stale. */
  staleAfterDays: number;
};

/** The policy of a house that has decided nothing. */
export const defaultPolicy: RulePolicy = { severities: {}, staleAfterDays: 30 };

/** How bad a finding of a rule is in this house; a rule that nobody may waive keeps its own severity. */
export function choiceOf(rule: Pick<Rule, "id" | "severity" | "waivable">, policy: RulePolicy): Severity | "off" {
  return rule.waivable ? (policy.severities[rule.id] ?? rule.severity) : rule.severity;
}
