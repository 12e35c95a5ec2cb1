import type { CheckingSettings } from "./checking-settings";
import type { LinkState } from "./facts";
import type { LinkOutcome, Verdict } from "./link-look";

/**
 * What the looks at an address come to so far; times are milliseconds since 1970. `failures` are looks on different
 * occasions in a row that did not find it, `notThere` those of them in which the site itself said so or showed it.
 */
export type LinkRecord = {
  state: LinkState;
  since: number;
  failures: number;
  notThere: number;
  failingSince: number | null;
  /** When a failure was counted last. */
  countedAt: number | null;
};

/** An address that nobody has looked at. */
export const unchecked = (at: number): LinkRecord => ({
  state: "unchecked",
  since: at,
  failures: 0,
  notThere: 0,
  failingSince: null,
  countedAt: null,
});

/** What kind of evidence each outcome is, and which state it makes by itself: the machine's table. */
export const evidence: Readonly<Record<LinkOutcome, { is: Evidence; state: LinkState }>> = {
  alive: { is: "found", state: "alive" },
  redirected: { is: "found", state: "redirected" },
  paywalled: { is: "found", state: "paywalled" },
  "bot-walled": { is: "unclear", state: "bot-walled" },
  disallowed: { is: "unclear", state: "unchecked" },
  unsafe: { is: "unclear", state: "unsafe" },
  gone: { is: "not-there", state: "gone" },
  "soft-404": { is: "not-there", state: "soft-404" },
  missing: { is: "not-there", state: "unreachable" },
  unreachable: { is: "silent", state: "unreachable" },
};

/** `found` and `unclear` end a row of failures; `not-there` and `silent` are failures, and only the first is proof. */
type Evidence = "found" | "unclear" | "not-there" | "silent";

/** Failures in a row, each on another occasion, before an address counts as dead. */
export const deadAfter = 3;

/** Looks closer together than this are one occasion. */
const occasion = 20 * 3_600_000;
const day = 86_400_000;

/**
 * The record after one more look. Dead is reached by three looks on different occasions in which the page was not there,
 * or by a host that was away in three and for `awayDays`; a time-out or a site in trouble alone never makes it.
 */
export function afterLook(
  before: LinkRecord,
  { outcome, away }: Pick<Verdict, "outcome" | "away">,
  at: number,
  { awayDays }: Pick<CheckingSettings, "awayDays">,
): LinkRecord {
  const { is, state } = evidence[outcome];
  if (is === "found" || is === "unclear") return moved(before, { ...unchecked(at), state });
  const another = before.countedAt === null || at - before.countedAt >= occasion;
  const failing: LinkRecord = {
    ...before,
    failures: before.failures + (another ? 1 : 0),
    notThere: before.notThere + (another && is === "not-there" ? 1 : 0),
    failingSince: before.failingSince ?? at,
    countedAt: another ? at : before.countedAt,
  };
  const longAway = away && at - (failing.failingSince ?? at) >= awayDays * day;
  const dead = before.state === "dead" || failing.notThere >= deadAfter || (failing.failures >= deadAfter && longAway);
  if (outcome === "gone") return moved(before, { ...failing, state: "gone", since: at });
  if (dead) return moved(before, { ...failing, state: "dead", since: at });
  if (before.state === "gone") return failing;
  return moved(before, { ...failing, state, since: at });
}

/** `since` is when the state began, not when it was seen again. */
const moved = (before: LinkRecord, after: LinkRecord): LinkRecord =>
  after.state === before.state ? { ...after, since: before.since } : after;

/**
 * When to look next: what is found after `aliveDays`, what is not there after `failingDays`, a silent host ever less
 * often, at most every 24 days. `jitter`, from 0 to 1, spreads the looks over a tenth of the time.
 */
export function nextLook(
  { failures }: Pick<LinkRecord, "failures">,
  outcome: LinkOutcome,
  at: number,
  { aliveDays, failingDays }: Pick<CheckingSettings, "aliveDays" | "failingDays">,
  jitter: number,
): number {
  const { is } = evidence[outcome];
  const days =
    is === "not-there"
      ? failingDays
      : is === "silent"
        ? Math.max(failingDays, Math.min(24, failingDays * 2 ** Math.max(0, failures - deadAfter)))
        : aliveDays;
  return at + days * day * (1 + 0.1 * jitter);
}

/** States in which a source is not at its address any more; readers are told of these. */
export const lostStates: ReadonlySet<LinkState> = new Set(["gone", "dead"]);

/** States that somebody has to do something about. */
export const badStates: ReadonlySet<LinkState> = new Set(["gone", "dead", "soft-404", "unsafe"]);
