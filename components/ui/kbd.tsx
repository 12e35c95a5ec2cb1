"use client";

import { useSyncExternalStore } from "react";

/** A key to press, as it is drawn on this machine's keyboard: ⌘, ⌥ and ⇧ are Ctrl, Alt and Shift where there is no Mac. Nothing where one works with a finger. */
export function Kbd({ children }: { children: string }) {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return (
    <kbd className="rounded border border-b-2 border-rule-strong px-1.5 py-0.5 font-mono text-[11px] leading-none whitespace-nowrap text-ink-soft pointer-coarse:hidden">
      {mac ? children : children.replace("⌘", "Ctrl ").replace("⌥", "Alt ").replace("⇧", "Shift ")}
    </kbd>
  );
}

const never = () => () => undefined;
const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
