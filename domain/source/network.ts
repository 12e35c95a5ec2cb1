/** Whether a host answered at all, the last time that it was asked within the window. */
export type HostAnswer = { host: string; answered: boolean };

/** Hosts that fail at once before it may be us, and the share of all asked that they have to be. */
const fewest = 4;
const most = 0.6;

/**
 * Whether our own connection is down, by what the hosts that were asked within the last minutes did: `up` when enough of
 * them answered, `down` when most of several did not, `unproven` when too few were asked to say.
 */
export function networkOf(window: readonly HostAnswer[]): "up" | "down" | "unproven" {
  const silent = window.filter(({ answered }) => !answered).length;
  const answered = window.length - silent;
  if (silent >= fewest && silent / window.length >= most) return "down";
  return answered > 0 ? "up" : "unproven";
}
