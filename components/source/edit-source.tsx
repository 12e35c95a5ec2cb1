"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { send } from "@/components/ui/send-command";
import { Consequences } from "./consequences";
import { duplicateWords } from "./duplicate-words";
import type { SourceInFull } from "./library-view";
import { LookedUpForm } from "./lookup/looked-up-form";
import { useLookup } from "./lookup/use-lookup";

/** The button that corrects a source, and its dialog, which says first what will change with it. */
export function EditSource({ source }: { source: SourceInFull }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const lookup = useLookup();
  const identity = identityOf(source.record);
  return (
    <>
      <Button emphasis="primary" onPress={() => setOpen(true)}>
        Edit
      </Button>
      <Dialog title="Edit the source" isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <div className="grid grid-cols-1 gap-5">
          <Consequences uses={source.uses} />
          {identity && lookup.state.phase === "idle" ? (
            <div className="flex flex-wrap items-center gap-3">
              <Button small onPress={() => lookup.start(identity)}>
                Look it up
              </Button>
              <span className="min-w-0 text-[13px] text-ink-soft [overflow-wrap:anywhere]">
                See what services say of {identity}.
              </span>
            </div>
          ) : null}
          <LookedUpForm
            stored={source.id}
            lookup={lookup}
            initial={source.record}
            original={null}
            submitLabel="Change it everywhere"
            onCancel={() => setOpen(false)}
            onSubmit={async (record, { origins }) => {
              const { id: sourceId, version } = source;
              const result = await send("source.edit", { sourceId, version, record, origins });
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

/** By what a source can be looked up again; null for one that has no identifier and no address. */
function identityOf({ DOI, PMID, PMCID, ISBN, URL }: SourceInFull["record"]): string | null {
  return DOI ?? (PMID ? `PMID: ${PMID}` : undefined) ?? PMCID ?? ISBN?.split(" ")[0] ?? URL ?? null;
}
