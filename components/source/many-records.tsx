"use client";

import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { send } from "@/components/ui/send-command";
import { SourceRecord } from "@/domain/source/record";
import { originOfAll } from "@/domain/source/origins";
import { bylineOf } from "@/domain/source/byline";
import { duplicateWords } from "./duplicate-words";

type Fate = { kind: "waiting" } | { kind: "added" } | { kind: "refused"; words: ReactNode };
type Props = { records: Partial<SourceRecord>[]; onClose: () => void };

/** Several records that were read at once: what they are, and what became of each when they are added. */
export function ManyRecords({ records, onClose }: Props) {
  const [fates, setFates] = useState<Fate[]>(() => records.map(() => ({ kind: "waiting" })));
  const [pending, setPending] = useState(false);
  const waiting = fates.filter((fate) => fate.kind === "waiting").length;

  const addAll = async () => {
    setPending(true);
    for (const [index, record] of records.entries()) {
      if (fates[index]?.kind === "added") continue;
      const fate = await add(record);
      setFates((before) => before.map((one, at) => (at === index ? fate : one)));
    }
    setPending(false);
  };

  return (
    <div className="grid gap-4">
      <h3 className="font-semibold">{records.length} sources were read</h3>
      <ol className="max-h-[45vh] divide-y divide-rule overflow-auto border-y border-rule">
        {records.map((record, index) => (
          // The records were read once and are never reordered, so a record's place is its identity.
          <li key={index} className="py-3">
            <p className="font-serif text-[15.5px] leading-5 font-semibold">{record.title ?? "Without a title"}</p>
            <p className="text-[13px] text-ink-soft">
              {record.title ? bylineOf({ type: "document", title: "", ...record }) : null}
            </p>
            <Outcome fate={fates[index]} />
          </li>
        ))}
      </ol>
      <div className="flex justify-end gap-2">
        <Button emphasis={waiting === 0 ? "primary" : "quiet"} onPress={onClose}>
          {waiting === 0 ? "Done" : "Cancel"}
        </Button>
        {waiting > 0 ? (
          <Button emphasis="primary" onPress={() => void addAll()} isDisabled={pending}>
            {pending ? `Adding, ${waiting} left…` : `Add ${waiting} to the library`}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Outcome({ fate }: { fate: Fate | undefined }) {
  if (fate?.kind === "added")
    return (
      <p className="mt-1 flex items-center gap-1 text-[13px] font-medium text-ok">
        <Check size={14} aria-hidden /> added
      </p>
    );
  return fate?.kind === "refused" ? <p className="mt-1 text-[13px] text-warning">{fate.words}</p> : null;
}

async function add(record: Partial<SourceRecord>): Promise<Fate> {
  const whole = SourceRecord.safeParse(record);
  if (!whole.success) return { kind: "refused", words: "Not complete enough to be a source: add it by the form." };
  const result = await send("source.create", {
    record: whole.data,
    origins: originOfAll(whole.data, { from: "text", at: new Date().toISOString() }),
  });
  return result.ok ? { kind: "added" } : { kind: "refused", words: duplicateWords(result.error) };
}
