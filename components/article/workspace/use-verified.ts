"use client";

import { useMemo } from "react";
import type { VerifiedWords } from "@/components/editor/verified";
import type { CitationWord } from "./view";

/** What is verified, by citation, for the outline's strips; the same object as long as the same is. */
export function useVerified(words: readonly CitationWord[]): VerifiedWords {
  const said = JSON.stringify(
    words.flatMap(({ citation, mark, standing }) => (standing.state === "verified" ? [[citation, mark]] : [])),
  );
  return useMemo(() => {
    const verified = new Map<string, Set<string>>();
    const pairs: [string, string][] = JSON.parse(said);
    for (const [citation, mark] of pairs) verified.set(citation, (verified.get(citation) ?? new Set()).add(mark));
    return verified;
  }, [said]);
}
