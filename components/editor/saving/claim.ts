import type { Kept } from "./kept";

/** After this many milliseconds an entry counts as left behind, in a browser without locks (plain http). */
const abandonedAfter = 90_000;

/** Says, for as long as the page lives, that the tab with this name is open; the answer ends it. */
export function holdOpen(name: string): () => void {
  let letGo = () => {};
  const closed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks?.request(name, () => closed);
  return () => letGo();
}

/** Runs `take` when the tab that kept these steps is gone, so that two tabs never both put them back. */
export async function whenAbandoned(name: string, kept: Kept, now: number, take: () => Promise<void>): Promise<void> {
  if (!navigator.locks) {
    if (now - kept.at > abandonedAfter) await take();
    return;
  }
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await take();
  });
}
