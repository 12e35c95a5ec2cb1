import type { Finding, RuleId } from "@/domain/rules/finding";
import { judge } from "@/domain/rules/judge";
import type { Manuscript } from "@/domain/rules/manuscript";

/** What one rule says about a manuscript, judged as everywhere else. */
export function findingsOf(rule: RuleId, manuscript: Manuscript): Finding[] {
  return judge(manuscript).filter((finding) => finding.rule === rule);
}

/** The messages of one rule. */
export const messagesOf = (rule: RuleId, manuscript: Manuscript): string[] =>
  findingsOf(rule, manuscript).map(({ message }) => message);
