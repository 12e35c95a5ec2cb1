"use client";

import { useEffect, useState } from "react";
import { Runs } from "@/components/citation/runs";
import type { Formatted } from "@/domain/citation/formatted";

type Sample = Pick<Formatted<string, string>, "kind" | "citations" | "bibliography">;
type Answer = { kind: "sample"; sample: Sample } | { kind: "refused"; message: string } | { kind: "waiting" };

/** What a style makes of made-up sources: citations in a sentence, the notes where it has them, and the list. */
export function StyleSample({ style, locale }: { style: string; locale: string }) {
  const [answer, setAnswer] = useState<Answer>({ kind: "waiting" });
  useEffect(() => {
    const asked = new AbortController();
    void sampleOf(style, locale, asked.signal).then((got) => (asked.signal.aborted ? null : setAnswer(got)));
    return () => asked.abort();
  }, [style, locale]);
  return (
    <figure
      aria-live="polite"
      aria-busy={answer.kind === "waiting"}
      className="rounded-xl border border-rule-strong bg-paper px-6 py-5"
    >
      <figcaption className="label mb-2">So it looks</figcaption>
      {answer.kind === "waiting" ? <p className="text-ink-faint">A moment…</p> : null}
      {answer.kind === "refused" ? <p className="text-blocker">{answer.message}</p> : null}
      {answer.kind === "sample" ? <Drawn sample={answer.sample} /> : null}
    </figure>
  );
}

function Drawn({ sample: { kind, citations, bibliography } }: { sample: Sample }) {
  const [first, second, third] = citations.map(({ runs }, index) =>
    kind === "note" ? <sup key={index}>{index + 1}</sup> : <Runs key={index} runs={runs} />,
  );
  const space = kind === "numeric" || kind === "note" ? "" : " ";
  return (
    <div className="grid gap-4 font-serif text-[16px] leading-[1.55] [overflow-wrap:anywhere]">
      <p>
        The pond stores little and lets it go slowly{space}
        {first}, as its keepers wrote down for centuries{space}
        {second}. They grind when the tables say so{space}
        {third}.
      </p>
      {kind === "note" ? (
        <ol className="list-decimal pl-5 text-[14px]">
          {citations.map(({ id, runs }) => (
            <li key={id}>
              <Runs runs={runs} />
            </li>
          ))}
        </ol>
      ) : null}
      <ul className="grid gap-2 border-t border-rule pt-4 text-[14px]">
        {bibliography.map(({ reference, label, runs }) => (
          <li key={reference}>
            {label ? <b className="pr-2 font-sans text-[12.5px] text-accent">{label}</b> : null}
            <Runs runs={runs} />
          </li>
        ))}
      </ul>
    </div>
  );
}

async function sampleOf(style: string, locale: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(`/api/citing/sample?${new URLSearchParams({ style, locale })}`, { signal });
    const body = await response.json();
    if (response.ok) return { kind: "sample", sample: body };
    return { kind: "refused", message: body.error.message };
  } catch {
    return { kind: "refused", message: "The desk cannot be reached. Check your connection." };
  }
}
