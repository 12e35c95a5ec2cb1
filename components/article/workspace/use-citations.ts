"use client";

import { useEffect, useRef, useState } from "react";
import { send } from "@/components/ui/send-command";
import type { Formatted } from "@/domain/citation/formatted";
import type { Run } from "@/domain/citation/formatter";
import type { ArticleId, ReferenceId } from "@/domain/ids";

/** What the article's style makes of its citations: marks by citation, lines by reference; `refusal` says why it cannot. */
export type DrawnCitations = {
  title: string | null;
  /** What stands in the text, by citation; empty for styles that number, for the editor numbers by itself. */
  marks: ReadonlyMap<string, string>;
  entries: ReadonlyMap<ReferenceId, readonly Run[]>;
  refusal: string | null;
};

/** How long the hand must have rested after a save before the citations are formatted anew. */
const pause = 1_500;

const none: DrawnCitations = { title: null, marks: new Map(), entries: new Map(), refusal: null };

/** Asks for the formatted citations when the screen opens, after saving, and when another style is chosen. */
export function useCitations(articleId: ArticleId, saved: boolean, chosen: string): DrawnCitations {
  const [drawn, setDrawn] = useState<DrawnCitations>(none);
  const first = useRef(true);
  useEffect(() => {
    if (!saved) return;
    const asked = new AbortController();
    const wait = setTimeout(
      async () => {
        const { signal } = asked;
        const result = await send<Formatted & { title: string }>("article.format", { articleId }, { signal });
        if (signal.aborted) return;
        if (result.ok) setDrawn(drawnOf(result.value));
        else if (result.error.kind !== "offline") setDrawn({ ...none, refusal: result.error.message });
      },
      first.current ? 0 : pause,
    );
    first.current = false;
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [articleId, saved, chosen]);
  return drawn;
}

function drawnOf({ kind, citations, bibliography, title }: Formatted & { title: string }): DrawnCitations {
  const cited = citations.filter(({ runs }) => runs.length > 0);
  const mark = (runs: readonly Run[], index: number) =>
    kind === "note" ? String(index + 1) : runs.map(({ text }) => text).join("");
  return {
    title,
    marks: new Map(kind === "numeric" ? [] : cited.map(({ id, runs }, index) => [id, mark(runs, index)])),
    entries: new Map(bibliography.map(({ reference, runs }) => [reference, runs])),
    refusal: null,
  };
}
