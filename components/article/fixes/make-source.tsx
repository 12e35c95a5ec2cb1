"use client";

import { useEffect, useRef, useState } from "react";
import { LookedUpForm } from "@/components/source/lookup/looked-up-form";
import { useLookup } from "@/components/source/lookup/use-lookup";
import { PasteRecords } from "@/components/source/paste-records";
import { isFileKind } from "@/components/source/read-records";
import { looksLikeRecord } from "@/components/source/source-picker";
import { useTakeOverFocus } from "@/components/ui/use-take-over-focus";
import type { KnownWork } from "@/domain/source/candidates";
import { recordFromPasted } from "@/domain/source/from-pasted";
import { whatIsPasted } from "@/domain/source/pasted";
import type { SourceRecord } from "@/domain/source/record";
import { guessRecord } from "@/domain/source/guess";
import { Refusal } from "./refusal";
import type { FixTools, SourcePurpose } from "./tools";

type Props = {
  /** What was typed or pasted: a record to read, something to look up, or words that become the title. */
  pasted: string;
  /** The raw line that the source is made from; it fills in what can be read from it, and is looked up. */
  original: string | null;
  tools: FixTools;
  purpose: SourcePurpose;
  onCancel: () => void;
};

/** Makes a source in place: looks up or reads what there is, lets a person look it over, and binds it to where it was wanted. */
export function MakeSource({ pasted, original, tools, purpose, onCancel }: Props) {
  const lookup = useLookup();
  const [initial, setInitial] = useState<Partial<SourceRecord> | null>(() => beginning(pasted, original));
  const [asked, setAsked] = useState<string | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useTakeOverFocus(box, initial !== null, "textarea");
  const { readRecords } = tools;
  const { start } = lookup;

  useEffect(() => {
    const text = pasted === "" ? original : looksLikeRecord(pasted) && !isFile(pasted) ? pasted : null;
    if (text) start(text.replace(/\s*\n\s*/gu, " "));
  }, [pasted, original, start]);

  useEffect(() => {
    if (!isFile(pasted)) return;
    let current = true;
    void readRecords(pasted).then(({ records, problems: told }) => {
      if (!current) return;
      setInitial(records[0] ?? {});
      setProblems(records.length > 0 || told.length > 0 ? told : ["Nothing could be read from that."]);
    });
    return () => {
      current = false;
    };
  }, [pasted, readRecords]);

  /** The library's source is bound as if it had been picked in the search. */
  const use = async ({ sourceId, title, detail }: KnownWork) => {
    const { citation, reference } = purpose;
    const own = tools.references.find((one) => one.source?.id === sourceId)?.id ?? null;
    const hit = { source: sourceId, reference: own, title, detail, cited: false };
    const words = await (reference
      ? tools.resolveReference(reference, hit)
      : citation
        ? tools.bindCitation(citation, hit)
        : tools.listSource(hit));
    setRefusal(words);
    if (words === null) onCancel();
  };

  if (!initial) return <div aria-busy className="skeleton h-40" />;
  return (
    <div ref={box}>
      {problems.map((problem) => (
        <p key={problem} className="mb-3 text-[13px] text-warning">
          {problem}
        </p>
      ))}
      {pasted === "" && original === null ? (
        <div className="mb-5">
          <PasteRecords
            onRead={([first = {}], text) => {
              setInitial(first);
              setAsked(text);
            }}
            onLookUp={(text) => {
              const [first] = whatIsPasted(text);
              setInitial(first ? recordFromPasted(first) : {});
              setAsked(text);
              start(text);
            }}
          />
        </div>
      ) : null}
      <LookedUpForm
        key={asked}
        narrow
        lookup={lookup}
        initial={initial}
        original={original ?? asked ?? (looksLikeRecord(pasted) ? pasted : null)}
        submitLabel={purpose.citation ? "Make and cite" : "Make the source"}
        onSubmit={(record, made) => tools.createSource(record, purpose, made)}
        onUse={use}
        onCancel={onCancel}
      />
      <Refusal words={refusal} />
    </div>
  );
}

const isFile = (text: string): boolean => {
  const [first] = whatIsPasted(text);
  return first !== undefined && isFileKind(first.kind);
};

/** What the form begins with; null while a file is being read. */
function beginning(pasted: string, original: string | null): Partial<SourceRecord> | null {
  if (isFile(pasted)) return null;
  if (pasted.trim() === "") return original ? guessRecord(original) : {};
  const [first] = whatIsPasted(pasted);
  return first && first.kind !== "line" ? recordFromPasted(first) : { title: pasted.trim() };
}
