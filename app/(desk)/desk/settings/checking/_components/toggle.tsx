"use client";

import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";

type Props = { isSelected: boolean; onChange: (on: boolean) => void; hint: string; children: ReactNode };

/** A decision between yes and no, with a line on what it means. */
export function Toggle({ isSelected, onChange, hint, children }: Props) {
  return (
    <Checkbox isSelected={isSelected} onChange={onChange} className="group flex cursor-pointer items-start gap-3">
      <span
        aria-hidden
        className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded ring-1 ring-rule-strong ring-inset group-data-focus-visible:outline-2 group-data-focus-visible:outline-accent group-data-selected:bg-ink group-data-selected:text-paper"
      >
        {isSelected ? "✓" : ""}
      </span>
      <span>
        <span className="font-medium">{children}</span>
        <span className="block text-[13px] text-ink-soft">{hint}</span>
      </span>
    </Checkbox>
  );
}
