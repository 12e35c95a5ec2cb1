import type { Finding, RuleId } from "./finding";
import { rules } from "./index";

/** A recorded decision to let one finding pass. `confirmed` says that a second person agreed. */
export type Waiver = { rule: RuleId; fingerprint: string; confirmed: boolean; expiresAt: Date };

/**
 * The findings that keep a manuscript from being published: every blocker without a waiver that holds now. A waiver
 * holds when a second person confirmed it, it has not expired, it names this very finding, and the rule allows one.
 */
export function openBlockers(findings: readonly Finding[], waivers: readonly Waiver[], now: Date): Finding[] {
  const waived = new Set(waivers.filter((waiver) => holds(waiver, now)).map(keyOf));
  return findings.filter((finding) => finding.severity === "blocker" && !waived.has(keyOf(finding)));
}

function holds({ rule, confirmed, expiresAt }: Waiver, now: Date): boolean {
  return confirmed && expiresAt.getTime() > now.getTime() && waivable.has(rule);
}

const waivable: ReadonlySet<RuleId> = new Set(rules.filter((rule) => rule.waivable).map(({ id }) => id));
const keyOf = ({ rule, fingerprint }: { rule: RuleId; fingerprint: string }): string => `${rule} ${fingerprint}`;
