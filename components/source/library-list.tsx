"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { SourceId } from "@/domain/ids";
import { LibraryRow } from "./library-row";
import type { LibraryLine } from "./library-view";

type Props = { sources: LibraryLine[]; mayMerge: boolean; mergeHref: string };

/** The library as lines to read down; two of them can be picked and made one. */
export function LibraryList({ sources, mayMerge, mergeHref }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [picked, setPicked] = useState<ReadonlySet<SourceId>>(new Set());

  const toggle = ({ id }: LibraryLine) =>
    setPicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <>
      <ul className="divide-y divide-rule border-y border-rule sm:-mx-4">
        {sources.map((source) => (
          <LibraryRow
            key={source.id}
            source={source}
            picked={picked.has(source.id)}
            onPick={mayMerge ? () => toggle(source) : null}
            full={picked.size >= 2}
          />
        ))}
      </ul>
      {picked.size > 0 ? (
        <div
          role="region"
          aria-label="Picked sources"
          className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-rule-strong bg-sheet py-3 pr-3 pl-5 lifted"
        >
          <p className="mr-auto min-w-0" aria-live="polite">
            <b className="font-semibold">{picked.size === 1 ? "One picked" : "Two picked"}</b>
            <span className="text-ink-soft">
              {picked.size === 1 ? " · pick the source that is the same work" : " · are they the same work?"}
            </span>
          </p>
          <Button emphasis="quiet" small onPress={() => setPicked(new Set())}>
            Clear
          </Button>
          <Button
            emphasis="primary"
            small
            isDisabled={picked.size !== 2 || pending}
            onPress={() =>
              startTransition(() => router.push(`${mergeHref}${[...picked].join(",")}`, { scroll: false }))
            }
          >
            {pending ? "Comparing…" : "Merge…"}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What the library is without any source in it, or without one that was asked for. */
export function NothingFound({ clearHref }: { clearHref: string }) {
  return (
    <p className="border-y border-rule py-14 text-center text-ink-soft">
      No source is like that.{" "}
      <Link href={clearHref} className="font-medium text-accent underline underline-offset-4">
        Show all
      </Link>
    </p>
  );
}
