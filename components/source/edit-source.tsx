"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { send } from "@/components/ui/send-command";
import { Consequences } from "./consequences";
import { duplicateWords } from "./duplicate-words";
import type { SourceInFull } from "./library-view";
import { SourceForm } from "./source-form";

/** The button that corrects a source, and its dialog, which says first what will change with it. */
export function EditSource({ source }: { source: SourceInFull }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button emphasis="primary" onPress={() => setOpen(true)}>
        Edit
      </Button>
      <Dialog title="Edit the source" isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="grid gap-5">
          <Consequences uses={source.uses} />
          <SourceForm
            initial={source.record}
            submitLabel="Change it everywhere"
            onCancel={() => setOpen(false)}
            onSubmit={async (record) => {
              const { id: sourceId, version } = source;
              const result = await send("source.edit", { sourceId, version, record });
              if (!result.ok) return duplicateWords(result.error);
              setOpen(false);
              router.refresh();
              return null;
            }}
          />
        </div>
      </Dialog>
    </>
  );
}
