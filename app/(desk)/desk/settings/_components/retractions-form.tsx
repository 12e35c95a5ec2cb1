"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sendRetractions, type TakenIn } from "./send-retractions";

/** Takes in a list of retractions without any network: the Retraction Watch data as a CSV file. */
export function RetractionsForm() {
  const file = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  return (
    <section aria-labelledby="retractions" className="mt-14 border-t border-rule pt-8">
      <h2 id="retractions" className="font-serif text-[21px] font-semibold">
        Retractions
      </h2>
      <p className="mt-1.5 mb-5 max-w-prose text-ink-soft">
        Works with a DOI are looked up at Crossref by themselves. Without a network, or besides it, take in the
        Retraction Watch data: a CSV file with the columns RetractionNature, OriginalPaperDOI and the others of that
        list. The same list again adds nothing.
      </p>
      <form
        className="grid max-w-lg gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          const chosen = file.current?.files?.[0];
          if (!chosen) return setRefusal("Choose a file first.");
          setPending(true);
          setRefusal(null);
          setTaken(null);
          const answer = await sendRetractions(chosen);
          setPending(false);
          if (typeof answer === "string") setRefusal(answer);
          else setTaken(answer);
        }}
      >
        <label className="grid gap-1.5 text-[13px] font-medium text-ink-soft">
          The list, as a CSV file
          <input
            ref={file}
            type="file"
            accept=".csv,text/csv"
            className="rounded-md border border-rule-strong bg-sheet p-2 text-ink"
          />
        </label>
        {refusal ? <Notice tone="blocker">{refusal}</Notice> : null}
        {taken ? <Told taken={taken} /> : null}
        <div>
          <Button type="submit" isDisabled={pending}>
            {pending ? "Taking it in…" : "Take in the list"}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Told({ taken }: { taken: TakenIn }) {
  const { rows, notices, added, nameless, sources, problems, problemCount } = taken;
  return (
    <Notice tone={problemCount > 0 ? "warning" : "ok"}>
      <p>
        {rows.toLocaleString("en")} rows, {notices.toLocaleString("en")} notices, {added.toLocaleString("en")} of them
        new. {nameless > 0 ? `${nameless.toLocaleString("en")} rows name no work. ` : ""}
        {sources === 0 ? "No source of the library" : sources === 1 ? "One source" : `${sources} sources`} stands
        otherwise than before.
      </p>
      {problemCount > 0 ? (
        <details className="mt-2">
          <summary>{problemCount} rows could not be read as they are</summary>
          <ul className="mt-1 max-h-60 overflow-auto text-[13px]">
            {problems.map(({ line, message }, at) => (
              // One line may have two problems.
              <li key={`${line}-${at}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Notice>
  );
}
