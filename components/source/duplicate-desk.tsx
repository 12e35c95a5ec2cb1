"use client";

import { useRouter } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { DoneStrip } from "./done-strip";
import { DuplicatePair } from "./duplicate-pair";
import { type Pair, pairKey } from "./duplicate-view";
import { useDuplicates } from "./use-duplicates";
import { useDuplicateKeys } from "./use-duplicate-keys";

type Props = { pairs: Pair[]; total: number; mayMerge: boolean };

/** All pairs one below the other: the one in hand is marked, and everything can be done by keyboard. */
export function DuplicateDesk({ pairs, total, mayMerge }: Props) {
  const router = useRouter();
  const desk = useDuplicates(pairs, () => router.refresh());
  const { open, at, keep, done, left, refusal, pending } = desk;
  useDuplicateKeys(desk, mayMerge);

  return (
    <>
      {refusal ? (
        <div className="mb-4">
          <Notice tone="blocker">{refusal}</Notice>
        </div>
      ) : null}
      {left.length > 0 ? (
        <div className="mb-4">
          <Notice tone="warning" title="It was taken back, but not all of it">
            <ul className="list-disc pl-5">
              {left.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {open.length === 0 ? (
        <div className="border-b border-rule">
          <EmptyState title="No two sources look alike">
            The library is searched every night, and each source when it is added. What is likely one work stands here.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2 text-[13px] text-ink-soft">
            <p role="status" className="mr-auto tabular-nums">
              {total === 1 ? "One pair" : `${total.toLocaleString("en-GB")} pairs`}
            </p>
            {mayMerge ? <KeyLegend /> : null}
          </div>
          <ol className="grid gap-6">
            {open.map((pair, index) => (
              <DuplicatePair
                key={pairKey(pair)}
                pair={pair}
                isCurrent={index === at}
                keptAt={index === at ? keep : 0}
                onHand={() => desk.hand(index)}
                onKeep={(side) => desk.choose(index, side)}
                actions={
                  mayMerge ? { merge: () => void desk.merge(), dismiss: () => void desk.dismiss(), pending } : null
                }
              />
            ))}
          </ol>
        </>
      )}
      {done ? <DoneStrip done={done} pending={pending} onUndo={() => void desk.undo()} /> : null}
    </>
  );
}

function KeyLegend() {
  const keys = [
    ["J", "next"],
    ["K", "before"],
    ["X", "keep the other"],
    ["M", "merge"],
    ["T", "two works"],
    ["U", "undo"],
  ] as const;
  return (
    <ul aria-label="Keys" className="flex flex-wrap gap-x-4 gap-y-1.5 max-sm:hidden">
      {keys.map(([key, label]) => (
        <li key={key} className="flex items-center gap-1.5">
          <Kbd>{key}</Kbd> {label}
        </li>
      ))}
    </ul>
  );
}
