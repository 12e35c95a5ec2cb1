"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Phase } from "@/components/editor/saving/machine";

/** Asks the server again as soon as words are saved, while its last answer is that nothing is new. */
export function useNewAnswer(phase: Phase, nothingNew: boolean): void {
  const router = useRouter();
  const before = useRef(phase);
  useEffect(() => {
    if (phase === "saved" && before.current !== "saved" && nothingNew) router.refresh();
    before.current = phase;
  }, [phase, nothingNew, router]);
}
