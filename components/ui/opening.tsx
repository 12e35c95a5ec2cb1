"use client";

import { useLinkStatus } from "next/link";

/** Stands in a link: once its screen takes a moment, a line at the foot of the nearest positioned box says that the press was heard. */
export function Opening() {
  const { pending } = useLinkStatus();
  return (
    <span role="status">
      {pending ? (
        <span className="absolute inset-x-0 bottom-0 h-0.5 animate-[appear_0s_0.25s_both] bg-accent">
          <span className="sr-only">Opening …</span>
        </span>
      ) : null}
    </span>
  );
}
