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
import { SourceForm } from "./source-form";

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
      <Dialog title="A new source" isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewSourceForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type Filled = { records: Partial<SourceRecord>[]; times: number };

function NewSourceForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [{ records, times }, setFilled] = useState<Filled>({ records: [{}], times: 0 });
  const [only, ...others] = records;

  const create = async (record: SourceRecord) => {
    const result = await send<{ sourceId: string }>("source.create", { record });
    if (!result.ok) return duplicateWords(result.error);
    router.push(`/desk/sources/${result.value.sourceId}`);
    return null;
  };

  return (
    <div className="grid gap-6">
      <PasteRecords onRead={(read) => setFilled({ records: read, times: times + 1 })} />
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
        <SourceForm
          key={times}
          initial={only ?? {}}
          submitLabel="Add to the library"
          onSubmit={create}
          onCancel={onClose}
        />
      )}
    </div>
  );
}
