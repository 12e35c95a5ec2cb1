import { dayOf } from "@/domain/publishing/dates";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import type { LinkState, StandingState } from "@/domain/source/facts";

type Source = Receipt["sources"][number];

/** Each source of an edition with what was known of it then: its identifiers, its kept copy, the last look at it. */
export function ReceiptSources({ receipt: { sources, citations } }: { receipt: Receipt }) {
  if (sources.length === 0) return null;
  const verified = verifiedIn(citations);
  return (
    <section>
      <h2>What it stands on</h2>
      <ol className="rows sources">
        {sources.map((source) => (
          <li key={source.reference}>
            <b>{source.title || "A source without a title"}</b>
            <span>{knownOf(source, verified.get(source.reference) ?? []).join(" · ")}</span>
            {source.keys.length > 0 && <code>{source.keys.join(" ")}</code>}
            {source.copy && <code title={source.copy.sha256}>copy {source.copy.sha256.slice(0, 12)}…</code>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function knownOf({ copy, check, standing }: Source, verifiedBy: readonly string[]): string[] {
  return [
    ...verifiedBy.map((name) => `compared with the text by ${name}`),
    copy ? `a copy was kept on ${dayOf(copy.at)}` : "no copy was kept",
    check ? `${linkWords[check.state]}${check.at ? ` on ${dayOf(check.at)}` : ""}` : "no address to look at",
    ...(standing ? [`${standingWords[standing.state]}${standing.at ? ` on ${dayOf(standing.at)}` : ""}`] : []),
  ];
}

function verifiedIn(citations: Receipt["citations"]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { reference, verified } of citations.flatMap(({ items }) => items)) {
    if (!reference || verified?.verdict !== "verified") continue;
    const names = found.get(reference) ?? [];
    if (!names.includes(verified.by)) found.set(reference, [...names, verified.by]);
  }
  return found;
}

const linkWords: Record<LinkState, string> = {
  unchecked: "its address was not looked at yet",
  alive: "its address answered",
  redirected: "its address led on to another and answered",
  "soft-404": "its address seemed to be gone",
  paywalled: "its address answered behind a paywall",
  "bot-walled": "its address lets no programs in",
  gone: "its address was gone for good",
  dead: "its address did not answer any more",
  unreachable: "its address could not be reached",
  unsafe: "its address was not safe to open",
};

const standingWords: Record<StandingState, string> = {
  unchecked: "not looked up among retractions yet",
  clear: "no retraction was known",
  retracted: "retracted",
  concern: "under a notice of concern",
  corrected: "corrected by its publisher",
  reinstated: "reinstated by its publisher",
};
