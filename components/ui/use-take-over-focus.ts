"use client";

import { type RefObject, useEffect } from "react";

/** Hands the keyboard to the first control in a box that appears where what had the keyboard is gone, such as the button that was pressed for it. */
export function useTakeOverFocus(
  box: RefObject<HTMLElement | null>,
  there = true,
  control = "button, input, select, textarea, a[href]",
): void {
  useEffect(() => {
    if (!there || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
  }, [box, there, control]);
}
