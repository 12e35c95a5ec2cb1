"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { type PaletteEntry, usePaletteEntries } from "@/components/ui/command-palette";
import { Dialog } from "@/components/ui/dialog";
import { send } from "@/components/ui/send-command";
import type { SourceRecord } from "@/domain/source/record";
import { duplicateWords } from "./duplicate-words";
import { ManyRecords } from "./many-records";
import { PasteRecords } from "./paste-records";
import { LookedUpForm, type MadeFrom } from "./lookup/looked-up-form";
import { useLookup } from "./lookup/use-lookup";

/** The button that adds to the library, and its dialog: a form, filled in from what is pasted, or many records at once. */
export function NewSource() {
  const [isOpen, setOpen] = useState(false);
  const entries = useMemo<PaletteEntry[]>(
    () => [{ id: "new-source", label: "Add a source to the library", run: () => setOpen(true) }],
    [],
  );
  usePaletteEntries(entries);
  return (
    <>
      <Button emphasis="primary" onPress={() => setOpen(true)}>
        New source
      </Button>
      <Dialog title="A new source" isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <NewSourceForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type Filled = { records: Partial<SourceRecord>[]; original: string | null; times: number };

function NewSourceForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const lookup = useLookup();
  const [{ records, original, times }, setFilled] = useState<Filled>({ records: [{}], original: null, times: 0 });
  const [only, ...others] = records;
  const entry = lookup.state.entries[lookup.state.at];

  const create = async (record: SourceRecord, made: MadeFrom) => {
    const result = await send<{ sourceId: string }>("source.create", { record, ...made });
    if (!result.ok) return duplicateWords(result.error);
    router.push(`/desk/sources/${result.value.sourceId}`);
    return null;
  };

  return (
    <div className="grid grid-cols-1 gap-6">
      <PasteRecords
        onRead={(read, text) => setFilled({ records: read, original: text, times: times + 1 })}
        onLookUp={(text) => {
          setFilled({ records: [{}], original: text, times: times + 1 });
          lookup.start(text);
        }}
      />
      {others.length > 0 ? (
        <ManyRecords
          key={times}
          records={records}
          onClose={() => {
            onClose();
            router.refresh();
          }}
        />
      ) : (
        <LookedUpForm
          key={`${times}-${entry?.pasted.text}`}
          lookup={lookup}
          initial={entry?.parsed ?? only ?? {}}
          original={entry?.pasted.text ?? original}
          submitLabel="Add to the library"
          onSubmit={create}
          onCancel={onClose}
        />
      )}
    </div>
  );
}
