import type { LinkState, StandingState } from "@/domain/source/facts";
import { type LinkGroup, linkWords } from "@/domain/source/link-words";
import { standingWords } from "./standing-words";

type Props = { link: LinkState | null; standing: StandingState | null };

/** How a source stands, as a shape and in words, so that nothing is said by colour alone; a withdrawn work comes first. */
export function HealthMark({ link, standing }: Props) {
  const { group, words } = healthOf(link, standing);
  return (
    <span className="inline-flex items-center gap-1.5 text-[13px] whitespace-nowrap">
      <HealthShape group={group} />
      <span className={group === "lost" ? "font-semibold text-blocker" : "text-ink-soft"}>{words}</span>
    </span>
  );
}

function healthOf(link: LinkState | null, standing: StandingState | null): { group: LinkGroup; words: string } {
  if (standing === "retracted" || standing === "concern") return { group: "lost", words: standingWords[standing] };
  if (link === null) return { group: "unknown", words: "No address" };
  return { group: linkWords[link].group, words: linkWords[link].label };
}

/** A full circle for what is found, an empty one for what nobody can tell, a cross for what is lost. */
export function HealthShape({ group }: { group: LinkGroup }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden className="shrink-0">
      {group === "found" ? <circle cx="6" cy="6" r="4.5" fill="var(--ok)" /> : null}
      {group === "unknown" ? (
        <circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink-faint)" strokeWidth="1.5" strokeDasharray="2.5 1.7" />
      ) : null}
      {group === "lost" ? (
        <path d="M2 2 10 10M10 2 2 10" stroke="var(--blocker)" strokeWidth="2.2" fill="none" />
      ) : null}
    </svg>
  );
}
