import type { RuleId, Severity } from "./finding";

/**
 * What the house decided about single rules: another severity, or `off`, and days after which a check is stale. A rule
 * that is not listed has its own default. Holes cannot be softened: the policy of a rule that cannot be waived is ignored.
 */
export type RulePolicy = {
  severities: Readonly<Partial<Record<RuleId, Severity | "off">>>;
  /** A check older than this many days is stale. */
  staleAfterDays: number;
};

/** The policy of a house that has decided nothing. */
export const defaultPolicy: RulePolicy = { severities: {}, staleAfterDays: 30 };
