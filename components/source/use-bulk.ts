import { useState } from "react";
import { send } from "@/components/ui/send-command";

/** How far a piece of work over many sources is, and what came of it. */
export type Bulk = { done: number; of: number; under: boolean; words: string; failed: boolean };

/**
 * Sends a command for many sources, a thousand at a time, one after the other. What a refusal stops is said: what was done
 * before it stays done.
 */
export function useBulk() {
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const run = async (command: string, ids: readonly string[], input: object, words: string): Promise<boolean> => {
    let done = 0;
    setBulk({ done, of: ids.length, under: true, words: "", failed: false });
    for (let at = 0; at < ids.length; at += 1000) {
      const sourceIds = ids.slice(at, at + 1000);
      const result = await send(command, { ...input, sourceIds });
      if (!result.ok) {
        const before = done > 0 ? ` ${done.toLocaleString("en-GB")} were done before.` : "";
        setBulk({ done, of: ids.length, under: false, words: `${result.error.message}${before}`, failed: true });
        return false;
      }
      done += sourceIds.length;
      setBulk({ done, of: ids.length, under: done < ids.length, words, failed: false });
    }
    return true;
  };
  return { bulk, run, forget: () => setBulk(null) };
}

/** The ids of all that a query of the library finds; null when the desk does not answer. */
export async function allMatching(query: string): Promise<{ ids: string[]; more: boolean } | null> {
  try {
    const answer = await fetch(`/api/sources/matches?${query}`, { credentials: "same-origin" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
