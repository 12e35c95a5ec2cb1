"use client";

import { type ReactNode, useState } from "react";
import { SourceForm, type Taken } from "@/components/source/source-form";
import type { SourceId } from "@/domain/ids";
import type { Candidate, KnownWork } from "@/domain/source/candidates";
import { claimsFor, type Origins, originOfAll, type RecordField } from "@/domain/source/origins";
import type { SourceRecord } from "@/domain/source/record";
import { LookupPanel } from "./lookup-panel";
import type { LookupHands } from "./use-lookup";

/** What goes with a record that is saved: where its fields came from, and the text that it was read from. */
export type MadeFrom = { origins: Origins; original: string | null };

type Props = {
  lookup: LookupHands;
  /** What could be read from the text itself; the form begins with it, whatever the services say. */
  initial: Partial<SourceRecord>;
  /** The source that is being edited; its fields have their origins already. */
  stored?: SourceId;
  original: string | null;
  submitLabel: string;
  narrow?: boolean;
  onSubmit: (record: SourceRecord, made: MadeFrom) => Promise<ReactNode>;
  onUse?: (work: KnownWork) => void;
  onCancel: () => void;
};

/** A look-up above the form that it helps to fill in: what a person takes over goes into the form, which they then look over. */
export function LookedUpForm({ lookup, initial, stored, original, narrow = false, onSubmit, onUse, ...form }: Props) {
  const [taken, setTaken] = useState<Taken | null>(null);
  const [filled, setFilled] = useState<{ record: Partial<SourceRecord>; origins: Origins }>(() => ({
    record: initial,
    origins: stored ? {} : originOfAll(initial, { from: "text", at: new Date().toISOString() }),
  }));

  const take = (candidate: Candidate, fields: readonly RecordField[]) => {
    const picked = Object.fromEntries(fields.map((field) => [field, candidate.record[field]]));
    const origins = Object.fromEntries(fields.map((field) => [field, candidate.origins[field]]));
    setTaken({ fields: picked });
    setFilled((before) => ({ record: { ...before.record, ...picked }, origins: { ...before.origins, ...origins } }));
  };

  return (
    <div className="grid grid-cols-1 gap-5">
      <LookupPanel lookup={lookup} origins={filled.origins} onTake={take} onUse={onUse} self={stored} narrow={narrow} />
      <SourceForm
        {...form}
        initial={initial}
        taken={taken}
        original={original}
        onSubmit={(record) => onSubmit(record, { origins: claimsFor(record, filled.record, filled.origins), original })}
      />
    </div>
  );
}
