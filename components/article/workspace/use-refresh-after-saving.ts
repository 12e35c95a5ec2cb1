"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { SaveState } from "@/components/editor/saving/machine";

/** How long the hand must have rested after a save before the screen around the text is read anew. */
const pause = 1_000;

/**
 * What is saved changes what stands around the text: approvals, the digest, what may be done next. The stream tells of
 * other people's changes; one's own are followed by a fresh reading once everything is saved.
 */
export function useRefreshAfterSaving(save: SaveState): void {
  const router = useRouter();
  const due = useRef(false);
  const saved = save.phase === "saved";
  useEffect(() => {
    if (!saved) due.current = true;
    if (!saved || !due.current) return;
    const wait = setTimeout(() => {
      due.current = false;
      router.refresh();
    }, pause);
    return () => clearTimeout(wait);
  }, [saved, router]);
}
