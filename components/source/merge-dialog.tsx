"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { Consequences } from "./consequences";
import type { SourceInFull } from "./library-view";
import { MergeTable } from "./merge-table";
import { shownFields } from "./record-fields";

type Props = { pair: [SourceInFull, SourceInFull]; closeHref: string };

/** Two records side by side: which one is kept, what the other one says that is lost, and which articles change. */
export function MergeDialog({ pair, closeHref }: Props) {
  const router = useRouter();
  const command = useCommand("source.merge");
  const [keptAt, setKeptAt] = useState<0 | 1>(() => (weightOf(pair[1]) > weightOf(pair[0]) ? 1 : 0));
  const kept = pair[keptAt];
  const dropped = pair[keptAt === 0 ? 1 : 0];
  const close = () => router.replace(closeHref, { scroll: false });

  const merge = async () => {
    const result = await command.run({ keep: kept.id, drop: dropped.id, version: kept.version });
    if (result.ok) router.push(`/desk/sources/${kept.id}`);
    else if (result.error.kind === "stale") router.refresh();
  };

  return (
    <Dialog title="Make one source of two" isOpen onClose={close} wide>
      <div className="grid gap-5">
        <p className="max-w-prose text-ink-soft">
          One record stays. What rests on the other rests on it from then on; it gets the other’s identifiers too, and
          the old address leads to it.
        </p>
        <MergeTable pair={pair} keptAt={keptAt} onKeep={setKeptAt} />
        <Consequences uses={dropped.uses} />
        {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button emphasis="quiet" onPress={close}>
            Cancel
          </Button>
          <Button emphasis="primary" onPress={() => void merge()} isDisabled={command.pending}>
            {command.pending ? "Merging…" : `Keep ${keptAt === 0 ? "the left one" : "the right one"}, merge the other`}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The record that more rests on, and that says more, is the one to keep unless somebody says otherwise. */
const weightOf = (source: SourceInFull): number => source.uses.length * 100 + shownFields(source.record).length;
