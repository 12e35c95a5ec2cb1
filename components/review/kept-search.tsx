"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Excerpt } from "@/domain/source/quote/excerpt";
import { ExcerptText } from "./passage";

type Found = { words: string; passages: Excerpt[] } | { refusal: string };

/** Looks for words in the text that is kept of a source. */
export function KeptSearch({ sourceId, title }: { sourceId: string; title: string }) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [pending, setPending] = useState(false);
  return (
    <div className="grid gap-2">
      <form
        className="flex gap-2"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!words.trim()) return;
          setPending(true);
          setFound(await look(sourceId, words.trim()));
          setPending(false);
        }}
      >
        <input
          type="search"
          aria-label={`Look for words in the kept text of ${title}`}
          placeholder="Look in the kept text"
          value={words}
          maxLength={200}
          onChange={({ target }) => setWords(target.value)}
          className="min-w-0 flex-1 rounded-md border border-rule-strong bg-sheet px-2.5 py-1 text-[13px] placeholder:text-ink-faint"
        />
        <Button small type="submit" isDisabled={pending}>
          {pending ? "Looking…" : "Look"}
        </Button>
      </form>
      <div role="status" className="grid gap-2">
        {found && "refusal" in found ? <p className="text-[13px] text-blocker">{found.refusal}</p> : null}
        {found && "passages" in found && found.passages.length === 0 ? (
          <p className="text-[13px] text-ink-soft">“{found.words}” does not stand in it.</p>
        ) : null}
        {found && "passages" in found
          ? found.passages.map((excerpt, at) => (
              // Passages have no identity but their place in the text.
              <ExcerptText key={at} excerpt={excerpt} />
            ))
          : null}
      </div>
    </div>
  );
}

async function look(sourceId: string, words: string): Promise<Found> {
  try {
    const response = await fetch(`/api/sources/${sourceId}/passages?${new URLSearchParams({ q: words })}`);
    const answer: { passages: Excerpt[] } | { error: { message: string } } = await response.json();
    if ("error" in answer) return { refusal: answer.error.message };
    return { words, passages: answer.passages };
  } catch {
    return { refusal: "The desk cannot be reached. Check your connection." };
  }
}
