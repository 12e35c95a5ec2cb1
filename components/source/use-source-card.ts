import { useEffect, useState } from "react";
import type { LinkState } from "@/domain/source/facts";
import type { SourceIdentity } from "./library-view";

/** What the pane beside the library says of a source besides its line. */
export type SourceCard = {
  keys: SourceIdentity[];
  link: { state: LinkState; reason: string } | null;
  usedIn: { articleId: string; title: string }[];
  captures: number;
};

/** Fetches a source's card a moment after it came into hand, so that running down the list asks for none. */
export function useSourceCard(id: string | null): { card: SourceCard | null; problem: string | null } {
  const [card, setCard] = useState<SourceCard | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (id === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/sources/${id}`, { credentials: "same-origin", signal: stop.signal })
        .then(async (answer) => {
          if (answer.ok) setCard(await answer.json());
          else
            setProblem(
              answer.status === 404 ? "The source is not there any more." : "The desk does not say more of it.",
            );
        })
        .catch(() => {
          if (!stop.signal.aborted) setProblem("The desk cannot be reached. Check your connection.");
        });
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [id]);
  return { card, problem };
}
