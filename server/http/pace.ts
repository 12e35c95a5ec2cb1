import { retryAfter } from "./retry-after";

/** When a host may be asked next, and until when it is asked seldom because it had asked for that. */
export type Pace = { nextAt: Date; slowUntil: Date | null };

/** What came of asking a host: a status, or null where there was no answer, and the headers. */
export type Asking = {
  at: Date;
  status: number | null;
  headers?: Readonly<Record<string, string>>;
  /** The pause that its robots.txt asks for, in milliseconds. */
  crawlDelayMs?: number | null;
};

/** Milliseconds between two requests to one host, and the bounds of a back-off. */
export const manners = { interval: 2_000, slowFactor: 5, backOff: 60_000, longest: 24 * 60 * 60 * 1_000 } as const;

/**
 * When a host may be asked again: after the interval, or the longer pause of its robots.txt. Told to wait (429, 503) we
 * wait as long as Retry-After says, else a minute, twice as long each time it is said again; and for a while after we
 * ask at a fifth of the pace.
 */
export function paceAfter(before: Pace | null, { at, status, headers = {}, crawlDelayMs = null }: Asking): Pace {
  const slow = Math.max(0, (before?.slowUntil?.getTime() ?? 0) - at.getTime());
  if (status === 429 || status === 503) {
    const asked = retryAfter(headers["retry-after"], at) ?? 0;
    const wait = Math.min(Math.max(asked, manners.backOff, slow / 2), manners.longest);
    // Four times the wait: whoever asks as soon as that is over is at half of what is left, which is twice the wait.
    return { nextAt: later(at, wait), slowUntil: later(at, Math.min(5 * wait, manners.longest)) };
  }
  const interval = Math.max(manners.interval, crawlDelayMs ?? 0) * (slow > 0 ? manners.slowFactor : 1);
  return { nextAt: later(at, interval), slowUntil: slow > 0 ? (before?.slowUntil ?? null) : null };
}

/** Milliseconds until a host may be asked; 0 for one that was never asked. */
export const waitFor = (pace: Pace | null, now: Date): number =>
  Math.max(0, (pace?.nextAt.getTime() ?? 0) - now.getTime());

const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);
