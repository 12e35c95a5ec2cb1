import type { Finding, RuleId, Severity } from "./finding";
import type { Manuscript } from "./manuscript";
import type { ManuscriptIndex } from "./manuscript-index";

/** One rule: what it is called, how bad a finding of it is, what it asks in one line, how to mend it, and the check. */
export type Rule = {
  id: RuleId;
  severity: Severity;
  /** Goes up when the rule comes to mean something else, so that verdicts of two meanings are never mistaken for one another. */
  version: number;
  /** One line: what the rule asks of a manuscript. */
  summary: string;
  /** What a person does to mend a finding of it. */
  fix: string;
  /** False for holes: nobody can wave through what the database refuses anyway. */
  waivable: boolean;
  /** Reads the index (made once for all rules) and the manuscript behind it; never walks the tree by itself. */
  check: (manuscript: Manuscript, index: ManuscriptIndex) => Complaint[];
};

/** What a check reports; id and severity are the rule's, the fingerprint is added by `judge`. */
export type Complaint = Omit<Finding, "rule" | "severity" | "fingerprint">;
