"use client";

import { useEffect, useState } from "react";
import { SourceForm } from "@/components/source/source-form";
import { looksLikeRecord } from "@/components/source/source-picker";
import type { SourceRecord } from "@/domain/source/record";
import { guessRecord } from "@/domain/source/guess";
import type { FixTools, SourcePurpose } from "./tools";

type Props = {
  /** What was typed or pasted: a record to read, a web address, or words that become the title. */
  pasted: string;
  /** The raw line that the source is made from; it fills in what can be read from it. */
  original: string | null;
  tools: FixTools;
  purpose: SourcePurpose;
  onCancel: () => void;
};

/** Makes a source in place: reads what was pasted, lets a person look it over, and binds it to where it was wanted. */
export function MakeSource({ pasted, original, tools, purpose, onCancel }: Props) {
  const [initial, setInitial] = useState<Partial<SourceRecord> | null>(
    pasted ? null : original ? guessRecord(original) : {},
  );
  const [problems, setProblems] = useState<string[]>([]);
  const { readRecords } = tools;

  useEffect(() => {
    if (!pasted) return;
    let current = true;
    void readPasted(pasted, readRecords).then((read) => {
      if (!current) return;
      setInitial(read.record);
      setProblems(read.problems);
    });
    return () => {
      current = false;
    };
  }, [pasted, readRecords]);

  if (!initial) return <div aria-busy className="skeleton h-40" />;
  return (
    <>
      {problems.map((problem) => (
        <p key={problem} className="mb-3 text-[13px] text-warning">
          {problem}
        </p>
      ))}
      <SourceForm
        initial={initial}
        original={original}
        submitLabel={purpose.citation ? "Make and cite" : "Make the source"}
        onSubmit={(record) => tools.createSource(record, purpose)}
        onCancel={onCancel}
      />
    </>
  );
}

async function readPasted(
  text: string,
  readRecords: FixTools["readRecords"],
): Promise<{ record: Partial<SourceRecord>; problems: string[] }> {
  if (!looksLikeRecord(text)) return { record: { title: text.trim() }, problems: [] };
  if (/^\s*(?:https?:|doi:|10\.)/i.test(text)) return { record: guessRecord(text), problems: [] };
  const { records, problems } = await readRecords(text);
  const [first] = records;
  return first
    ? { record: first, problems }
    : { record: {}, problems: problems.length > 0 ? problems : ["Nothing could be read from that."] };
}
