import type { ListedDraft } from "./listed-draft";

/** What `imprimatur check --json` prints: the draft in numbers and findings, for other programs. */
export function checkJson(draft: ListedDraft) {
  const { found, resolved, held } = draft.ledger;
  return {
    title: draft.title,
    standfirst: draft.standfirst,
    sections: draft.sections,
    references: draft.references.map(({ original, labels, source }) => ({
      original,
      labels,
      source: source?.record ?? null,
    })),
    ledger: { found, resolved, held },
    findings: draft.findings.map(({ rule, severity, section, excerpt, message, fingerprint }) => ({
      rule,
      severity,
      section,
      excerpt,
      message,
      fingerprint,
    })),
    /** False: addresses, retractions and quotes are checked on the desk. */
    lookedUp: false,
    publishable: draft.publishable,
    ...(draft.citing
      ? {
          citing: {
            resolved: draft.citing.resolved,
            unresolved: draft.citing.unresolved,
            style: draft.style,
            list: draft.list ?? [],
          },
        }
      : {}),
  };
}
