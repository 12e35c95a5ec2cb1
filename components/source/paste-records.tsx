"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import { whatIsPasted } from "@/domain/source/pasted";
import type { SourceRecord } from "@/domain/source/record";
import { isFileKind, readRecords } from "./read-records";

type Props = {
  /** A file of records was pasted, and this is what could be read from it. */
  onRead: (records: Partial<SourceRecord>[], text: string) => void;
  /** Identifiers, addresses or lines were pasted: they are to be looked up. */
  onLookUp: (text: string) => void;
};

/** Takes what people have at hand (identifiers, an address, a line of a list, a file of records) and sees what it is. */
export function PasteRecords({ onRead, onLookUp }: Props) {
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<string[]>([]);
  const [pending, setPending] = useState(false);

  const read = async (pasted: string) => {
    const [first] = whatIsPasted(pasted);
    if (!first) return;
    setProblems([]);
    if (!isFileKind(first.kind)) return onLookUp(pasted.trim());
    setPending(true);
    const answer = await readRecords(pasted);
    setPending(false);
    setProblems(
      answer.records.length === 0 && answer.problems.length === 0
        ? ["Nothing could be read from that."]
        : answer.problems,
    );
    if (answer.records.length > 0) onRead(answer.records, pasted.trim());
  };

  return (
    <div className="grid gap-2 border-b border-rule pb-6">
      <TextArea
        label="Paste what you have"
        placeholder="A DOI, an address, an ISBN, a PMID, an arXiv number, a line of a source list, BibTeX, RIS, CSL-JSON"
        rows={3}
        value={text}
        onChange={setText}
        onPaste={(event) => void read(`${text}${event.clipboardData.getData("text/plain")}`)}
        autoFocus
      />
      <div className="flex items-center gap-3">
        <p role="status" className="mr-auto text-[13px] text-ink-faint">
          {pending ? "Reading…" : problems.length === 0 ? "Nothing is kept before you say so." : ""}
        </p>
        <Button small onPress={() => void read(text)} isDisabled={pending || !text.trim()}>
          Look it up
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
