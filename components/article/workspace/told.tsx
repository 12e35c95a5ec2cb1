"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useTakeOverFocus } from "@/components/ui/use-take-over-focus";

/** What came of a step that was taken in the head: done, or refused and why. */
export type Told = { done: boolean; words: string; href?: string };

/** The line under the head that says so, until it is closed or the next step is taken. */
export function ToldBar({ told, onClose }: { told: Told | null; onClose: () => void }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useTakeOverFocus(box, told);
  return (
    <div ref={box} role={told?.done === false ? "alert" : "status"}>
      {told ? (
        <p
          className={`flex flex-wrap items-center justify-center gap-x-3 gap-y-1 px-4 py-2 text-[13.5px] ${told.done ? "bg-ok-wash" : "bg-blocker-wash"}`}
        >
          {told.words}
          {told.href ? (
            <a href={told.href} className="font-medium text-accent underline underline-offset-4">
              See the page
            </a>
          ) : null}
          <Button emphasis="quiet" small onPress={onClose}>
            Close
          </Button>
        </p>
      ) : null}
    </div>
  );
}
