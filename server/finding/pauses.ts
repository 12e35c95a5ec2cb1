/** Until when each host asked not to be asked, in this process; a courtesy, so every process may learn it for itself. */
const pauses = new Map<string, number>();
const longest = 60 * 60;
const most = 500;

/** Seconds that a host still wants to be left alone; 0 when it may be asked. */
export function pausedUntil(host: string, now: Date): number {
  const until = pauses.get(host) ?? 0;
  return Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

/** Notes that a host asked for a pause of so many seconds, an hour at most; answers how long it will be. */
export function takePause(host: string, now: Date, seconds: number): number {
  const pause = Math.min(Math.max(1, seconds), longest);
  if (pauses.size >= most) pauses.clear();
  pauses.set(host, now.getTime() + pause * 1000);
  return pause;
}

/** Forgets all pauses; what tests begin with. */
export const forgetPauses = (): void => pauses.clear();
