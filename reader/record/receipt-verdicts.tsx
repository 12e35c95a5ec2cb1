import { dayOf } from "@/domain/publishing/dates";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import { rules as allRules } from "@/domain/rules";

/** What the rules said of the text, and what two people let pass, with their reason. */
export function ReceiptVerdicts({ receipt: { rules, waivers } }: { receipt: Receipt }) {
  const counts = new Map<string, number>();
  for (const { rule, severity } of rules.findings)
    counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1);
  return (
    <section>
      <h2>What the rules said</h2>
      <p>
        {rules.findings.length === 0
          ? "Nothing was found against the text."
          : waivers.length > 0
            ? "No blocker was left open; what was let pass stands below with its reason."
            : "Nothing that was found kept the text from being published."}{" "}
        <span>Rules {rules.version}.</span>
      </p>
      {counts.size > 0 && (
        <ul className="rows">
          {[...counts].map(([name, count]) => (
            <li key={name}>
              <b>{summaries.get(name.split(" ")[1] ?? "") ?? "A rule that is no longer there."}</b>
              <span>
                not so {count === 1 ? "in one place" : `in ${count} places`} ·{" "}
                {name.startsWith("blocker") ? "waived, see below" : "a warning, for the editors to weigh"}
              </span>
              <code>{name.split(" ")[1]}</code>
            </li>
          ))}
        </ul>
      )}
      {waivers.length > 0 && (
        <ul className="rows waived">
          {waivers.map(({ rule, fingerprint, reason, requestedBy, confirmedBy, expires }) => (
            <li key={rule + fingerprint}>
              <b>Waived: {summaries.get(rule) ?? rule}</b>
              <span>“{reason}”</span>
              <span>
                asked for by {requestedBy}, agreed to by {confirmedBy}, until {dayOf(expires)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const summaries: ReadonlyMap<string, string> = new Map(allRules.map(({ id, summary }) => [id, summary]));
