import type { StandingState } from "./facts";
import type { Notice } from "./notice";

/** What the notices about a work come to: its state, with the notice that it rests on. */
export type Standing = { state: StandingState; notice: string | null; noticedOn: string | null };

/**
 * How a work stands by all notices about it, in the order of their dates. A reinstatement lifts what was said before its
 * day, and nothing else: a notice without a date stays in force. Without any notice a work is clear only if `lookedUp`
 * says that somebody asked and the answer could be read; else nobody knows.
 */
export function standingOf(notices: readonly Notice[], lookedUp: boolean): Standing {
  const lifted = newest(notices.filter(({ kind }) => kind === "reinstated"));
  const standing = notices.filter((notice) => notice.kind !== "reinstated" && !isLifted(notice, lifted));
  for (const kind of ["retracted", "concern"] as const) {
    const worst = newest(standing.filter((notice) => notice.kind === kind));
    if (worst) return told(kind, worst);
  }
  const corrected = newest(standing.filter(({ kind }) => kind === "corrected"));
  if (corrected) return told("corrected", corrected);
  if (lifted) return told("reinstated", lifted);
  return { state: lookedUp ? "clear" : "unchecked", notice: null, noticedOn: null };
}

const told = (state: StandingState, { notice, noticedOn }: Notice): Standing => ({ state, notice, noticedOn });

/** The notice with the last date; of several without one, or of one day, always the same one. */
function newest(notices: readonly Notice[]): Notice | null {
  return notices.reduce<Notice | null>((last, one) => (last && order(last) >= order(one) ? last : one), null);
}

const order = ({ noticedOn, notice }: Notice): string => `${noticedOn ?? ""} ${notice ?? ""}`;

/** Strictly later: what happened on one day, nobody can put in order, and the worse word stands. */
function isLifted({ noticedOn }: Notice, lifted: Notice | null): boolean {
  return noticedOn !== null && lifted?.noticedOn != null && lifted.noticedOn > noticedOn;
}
