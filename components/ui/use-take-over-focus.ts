"use client";

import { type RefObject, useEffect } from "react";

/**
 * Hands the keyboard to the first control in a box where what had the keyboard is gone, such as the button that was pressed
 * for it: when the box appears, or when `there` comes to be something else that is not nothing.
 */
export function useTakeOverFocus(
  box: RefObject<HTMLElement | null>,
  there: unknown = true,
  control = "button, input, select, textarea, a[href]",
): void {
  useEffect(() => {
    if (!there || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
  }, [box, there, control]);
}
