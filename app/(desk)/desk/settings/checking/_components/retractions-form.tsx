"use client";

import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sendRetractions, type TakenIn } from "./send-retractions";

/** Takes in a list of retractions without any network: the Retraction Watch data as a CSV file. */
export function RetractionsForm() {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const take = async (file: File) => {
    setPending(true);
    setRefusal(null);
    setTaken(null);
    const answer = await sendRetractions(file);
    setPending(false);
    if (typeof answer === "string") setRefusal(answer);
    else setTaken(answer);
  };
  return (
    <SettingsSection
      id="retractions"
      title="Retractions"
      lead={
        <>
          Works with a DOI are looked up at Crossref by themselves. Without a network, or besides it, take in the{" "}
          <a
            href="https://gitlab.com/crossref/retraction-watch-data"
            className="text-accent underline underline-offset-4"
          >
            Retraction Watch data
          </a>
          , a CSV file. All of a list is taken in or nothing, and the same list again adds nothing.
        </>
      }
    >
      <div className="grid justify-items-start gap-4">
        <FileTrigger acceptedFileTypes={[".csv", "text/csv"]} onSelect={(files) => files?.[0] && void take(files[0])}>
          <Button isDisabled={pending}>{pending ? "Taking it in…" : "Take in a list…"}</Button>
        </FileTrigger>
        {refusal ? <Notice tone="blocker">{refusal}</Notice> : null}
        {taken ? <Told taken={taken} /> : null}
      </div>
    </SettingsSection>
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
