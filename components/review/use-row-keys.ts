"use client";

import { type KeyboardEvent, useCallback, useRef, useState } from "react";

type Calls = { onVerify: (row: string) => void; onDispute: (row: string) => void };

/**
 * The keyboard of a list of rows, while the focus is in it: J and K (or the arrows) move, V and D decide. One row at a
 * time is in the order of Tab; keys in fields and with modifiers are left alone.
 */
export function useRowKeys(rows: readonly string[], { onVerify, onDispute }: Calls) {
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = chosen !== null && rows.includes(chosen) ? chosen : (rows[0] ?? null);

  const focus = useCallback((row: string | undefined) => {
    if (row === undefined) return;
    setChosen(row);
    const element = list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
    element?.focus();
    element?.scrollIntoView({ block: "nearest" });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.metaKey || event.ctrlKey || event.altKey || current === null) return;
    if (target instanceof Element && target.closest("input, textarea, select, [role=dialog]")) return;
    const at = rows.indexOf(current);
    const act = {
      j: () => focus(rows[at + 1]),
      ArrowDown: () => focus(rows[at + 1]),
      k: () => focus(rows[at - 1]),
      ArrowUp: () => focus(rows[at - 1]),
      v: () => onVerify(current),
      d: () => onDispute(current),
    }[key.length === 1 ? key.toLowerCase() : key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return { list, current, focus, choose: setChosen, onKeyDown };
}
