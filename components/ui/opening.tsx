"use client";

import { useLinkStatus } from "next/link";

/** Stands in a link and says, once it takes a moment, that the press was heard and the screen is on its way. */
export function Opening() {
  const { pending } = useLinkStatus();
  return (
    <span
      role="status"
      className={pending ? "ml-1.5 animate-[appear_0s_0.3s_both] text-[12px] font-normal text-ink-faint" : ""}
    >
      {pending ? "opening …" : ""}
    </span>
  );
}
