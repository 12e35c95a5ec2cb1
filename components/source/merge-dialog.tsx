"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { send } from "@/components/ui/send-command";
import { SourceRecord } from "@/domain/source/record";
import { Consequences } from "./consequences";
import { joinedUses } from "./joined-uses";
import type { SourceInFull } from "./library-view";
import { MergeTable } from "./merge-table";
import { shownFields } from "./record-fields";

type Props = { pair: [SourceInFull, SourceInFull]; closeHref: string };

/** Two records side by side: which one is kept, what it takes over from the other, and which articles change. */
export function MergeDialog({ pair, closeHref }: Props) {
  const router = useRouter();
  const [keptAt, setKeptAt] = useState<0 | 1>(() => (weightOf(pair[1]) > weightOf(pair[0]) ? 1 : 0));
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const kept = pair[keptAt];
  const dropped = pair[keptAt === 0 ? 1 : 0];
  const close = () => router.replace(closeHref, { scroll: false });

  const go = async () => {
    setPending(true);
    const refused = await merge(kept, dropped, taken);
    setPending(false);
    setRefusal(refused);
    if (refused === null) router.push(`/desk/sources/${kept.id}`);
    else router.refresh();
  };

  return (
    <Dialog title="Make one source of two" isOpen onClose={close} wide>
      <div className="grid gap-5">
        <p className="max-w-prose text-ink-soft">
          One record stays. What rests on the other rests on it from then on; it gets the other’s identifiers too, and
          the old address leads to it.
        </p>
        <MergeTable
          pair={pair}
          keptAt={keptAt}
          onKeep={(at) => {
            setKeptAt(at);
            setTaken(new Set());
          }}
          taken={taken}
          onTake={(name) =>
            setTaken((before) => {
              const next = new Set(before);
              if (!next.delete(name)) next.add(name);
              return next;
            })
          }
        />
        <Consequences uses={taken.size > 0 ? joinedUses(dropped.uses, kept.uses) : dropped.uses} />
        {refusal ? <Notice tone="blocker">{refusal}</Notice> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button emphasis="quiet" onPress={close}>
            Cancel
          </Button>
          <Button emphasis="primary" onPress={() => void go()} isDisabled={pending}>
            {pending ? "Merging…" : `Keep the ${keptAt === 0 ? "left" : "right"} one, merge the other`}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The record that more rests on, and that says more, is the one to keep unless somebody says otherwise. */
const weightOf = (source: SourceInFull): number => source.uses.length * 100 + shownFields(source.record).length;

/** Merges first, since the identifiers are free only then, and completes the record that stays; answers what was wrong. */
async function merge(kept: SourceInFull, dropped: SourceInFull, taken: ReadonlySet<string>): Promise<string | null> {
  const merged = await send<{ version: number }>("source.merge", {
    keep: kept.id,
    drop: dropped.id,
    version: kept.version,
  });
  if (!merged.ok) return merged.error.message;
  if (taken.size === 0) return null;
  const adopted = Object.fromEntries(Object.entries(dropped.record).filter(([name]) => taken.has(name)));
  const edited = await send("source.edit", {
    sourceId: kept.id,
    version: merged.value.version,
    record: SourceRecord.parse({ ...kept.record, ...adopted }),
  });
  return edited.ok ? null : `They are merged, but nothing was taken over: ${edited.error.message}`;
}
