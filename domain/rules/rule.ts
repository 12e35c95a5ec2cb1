import type { Finding, RuleId, Severity } from "./finding";
import type { Manuscript } from "./manuscript";

/** One rule: what it is called, how bad a finding of it is, what it asks in one line, how to mend it, and the check. */
export type Rule = {
	id: RuleId;
	severity: Severity;
	/** One line: what the rule asks of a manuscript. */
	summary: string;
	/** What a person does to mend a finding of it. */
	fix: string;
	/** False for holes: nobody can wave through what the database refuses anyway. */
	waivable: boolean;
	check: (manuscript: Manuscript) => Complaint[];
};

/** What a check reports; id and severity are the rule's, the fingerprint is added by `judge`. */
export type Complaint = Omit<Finding, "rule" | "severity" | "fingerprint">;
