"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Opens the sources for whoever wants to cite at the cursor, with the keyboard in their search; `panel` is where that is looked for. */
export function useCiting(open: () => void) {
  const panel = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(0);
  const cite = useCallback(() => {
    open();
    setAsked((before) => before + 1);
  }, [open]);
  useEffect(() => {
    if (asked > 0) panel.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, [asked]);
  return { panel, cite };
}
