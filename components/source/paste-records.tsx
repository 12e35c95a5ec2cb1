"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import type { SourceRecord } from "@/domain/source/record";
import { readRecords } from "./read-records";

type Props = { onRead: (records: Partial<SourceRecord>[]) => void };

/** Takes what people have at hand (BibTeX, CSL-JSON, a DOI, a line of a list) and hands on what can be read from it. */
export function PasteRecords({ onRead }: Props) {
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<string[]>([]);
  const [pending, setPending] = useState(false);

  const read = async (pasted: string) => {
    if (!pasted.trim()) return;
    setPending(true);
    const answer = await readRecords(pasted);
    setPending(false);
    setProblems(
      answer.records.length === 0 && answer.problems.length === 0
        ? ["Nothing could be read from that."]
        : answer.problems,
    );
    if (answer.records.length > 0) onRead(answer.records);
  };

  return (
    <div className="grid gap-2 border-b border-rule pb-6">
      <TextArea
        label="Paste what you have"
        placeholder="BibTeX, CSL-JSON, a DOI, an address or a line of a source list"
        rows={3}
        value={text}
        onChange={setText}
        onPaste={(event) => void read(`${text}${event.clipboardData.getData("text/plain")}`)}
        autoFocus
      />
      <div className="flex items-center gap-3">
        <p role="status" className="mr-auto text-[13px] text-ink-faint">
          {pending
            ? "Reading…"
            : problems.length === 0
              ? "It fills in the form; nothing is kept before you say so."
              : ""}
        </p>
        <Button small onPress={() => void read(text)} isDisabled={pending || !text.trim()}>
          Read
        </Button>
      </div>
      {problems.length > 0 ? (
        <div role="alert">
          <ul className="grid gap-1 text-[13px] text-warning">
            {problems.slice(0, 5).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {problems.length > 5 ? <li>And {problems.length - 5} more like these.</li> : null}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
