import type { Finding } from "./finding";
import { fingerprintOf } from "./fingerprint";
import { rules } from "./index";
import type { Manuscript } from "./manuscript";
import { indexOf, type ManuscriptIndex } from "./manuscript-index";
import { choiceOf } from "./policy";

/**
 * Everything that the rules find in a manuscript, in reading order: the front, the sections, then the references. How bad
 * each is, is the manuscript's policy's to say.
 */
export function judge(manuscript: Manuscript): Finding[] {
  const index = indexOf(manuscript);
  const found = rules.flatMap((rule) => {
    const severity = choiceOf(rule, manuscript.policy);
    if (severity === "off") return [];
    return rule.check(manuscript, index).map((complaint) => ({ ...complaint, rule: rule.id, severity }));
  });
  const ordered = found
    .map((finding) => ({ finding, order: index.orderOf(finding.place) }))
    .sort((a, b) => a.order - b.order);
  return marked(
    ordered.map(({ finding }) => finding),
    index,
  );
}

type Unmarked = Omit<Finding, "fingerprint">;

/** Adds the fingerprints; equal complaints are told apart by how many stand before them. */
function marked(findings: readonly Unmarked[], index: ManuscriptIndex): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const traits = {
      rule: finding.rule,
      heading: headingOf(finding, index),
      excerpt: finding.excerpt,
      label: finding.place.kind === "reference" ? finding.place.label : null,
    };
    const first = fingerprintOf({ ...traits, occurrence: 0 });
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    return {
      ...finding,
      excerpt: clipped(finding.excerpt),
      fingerprint: occurrence === 0 ? first : fingerprintOf({ ...traits, occurrence }),
    };
  });
}

function headingOf({ place }: Unmarked, index: ManuscriptIndex): string | null {
  return place.kind === "reference" ? null : (index.partOf.get(place.section)?.heading ?? null);
}

/** At most 280 characters, cut between words; the fingerprint has seen all of them. */
const clipped = (excerpt: string): string =>
  excerpt.length <= 280 ? excerpt : `${excerpt.slice(0, 280).replace(/\s+\S*$/u, "")} …`;
