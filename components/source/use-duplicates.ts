import { useState } from "react";
import { send } from "@/components/ui/send-command";
import { type Done, type Pair, pairKey } from "./duplicate-view";

/** The state of going through duplicates: which pair is in hand, which side is kept, what was done last and can be taken back. */
export function useDuplicates(pairs: Pair[], onChange: () => void) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [keep, setKeep] = useState<0 | 1>(0);
  const [done, setDone] = useState<Done | null>(null);
  const [left, setLeft] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const open = pairs.filter((pair) => !gone.has(pairKey(pair)));
  const place = Math.min(at, Math.max(0, open.length - 1));
  const current = open[place];

  const hand = (index: number) => {
    if (index < 0 || index >= open.length || index === place) return;
    setAt(index);
    setKeep(0);
  };
  const finish = (next: Done | null, hidden: ReadonlySet<string>) => {
    setDone(next);
    setGone(hidden);
    setKeep(0);
    onChange();
  };
  /** Runs one command at a time; what was wrong is said in its place. */
  const once = async (work: () => Promise<string | null>) => {
    if (pending) return;
    setPending(true);
    setLeft([]);
    setRefusal(await work());
    setPending(false);
  };

  const merge = () =>
    once(async () => {
      if (!current) return null;
      const [kept, dropped] = keep === 0 ? current.two : [current.two[1], current.two[0]];
      const input = { keep: kept.id, drop: dropped.id, version: kept.version };
      const result = await send<{ mergeId: string }>("source.merge", input);
      if (!result.ok) return result.error.message;
      finish({ pair: current, what: "merged", mergeId: result.value.mergeId, kept }, withPair(gone, current));
      return null;
    });

  const dismiss = () =>
    once(async () => {
      if (!current) return null;
      const [one, other] = current.two;
      const result = await send("duplicate.dismiss", { sourceId: one.id, otherId: other.id });
      if (!result.ok) return result.error.message;
      finish({ pair: current, what: "dismissed" }, withPair(gone, current));
      return null;
    });

  const undo = () =>
    once(async () => {
      if (!done) return null;
      const [one, other] = done.pair.two;
      const result =
        done.what === "merged"
          ? await send<{ left?: string[] }>("source.unmerge", { mergeId: done.mergeId })
          : await send<{ left?: string[] }>("duplicate.reopen", { sourceId: one.id, otherId: other.id });
      if (!result.ok) return result.error.message;
      setLeft(result.value.left ?? []);
      finish(null, withoutPair(gone, done.pair));
      return null;
    });

  const choose = (index: number, side: 0 | 1) => {
    hand(index);
    setKeep(side);
  };
  return { open, at: place, keep, done, left, refusal, pending, hand, choose, merge, dismiss, undo };
}

export type DuplicateDeskState = ReturnType<typeof useDuplicates>;

const withPair = (gone: ReadonlySet<string>, pair: Pair): ReadonlySet<string> => new Set([...gone, pairKey(pair)]);
const withoutPair = (gone: ReadonlySet<string>, pair: Pair): ReadonlySet<string> =>
  new Set([...gone].filter((key) => key !== pairKey(pair)));
