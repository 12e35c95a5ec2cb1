"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ExportMenu } from "./export-menu";
import type { LibraryRights } from "./library-view";
import { TagDialog } from "./tag-dialog";
import { allMatching, useBulk } from "./use-bulk";

type Props = {
  ids: string[];
  all: { total: number; about: boolean; query: string };
  may: LibraryRights;
  tags: string[];
  onClear: () => void;
};

/** What can be done to the sources that are selected, or to all that the library's question finds. */
export function LibraryBulk({ ids, all, may, tags, onClear }: Props) {
  const router = useRouter();
  const { bulk, run, forget } = useBulk();
  const [matches, setMatches] = useState<{ ids: string[]; more: boolean } | null>(null);
  const [tagging, setTagging] = useState(false);
  const chosen = matches?.ids ?? ids;
  const busy = bulk?.under ?? false;
  const exported = matches ? all.query : `ids=${ids.slice(0, 500).join(",")}`;

  return (
    <div
      role="region"
      aria-label="Selected sources"
      className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-x-2 gap-y-2 rounded-xl border border-rule-strong bg-sheet py-3 pr-3 pl-5 lifted"
    >
      <p className="mr-auto min-w-0" aria-live="polite">
        <b className="font-semibold tabular-nums">{chosen.length.toLocaleString("en-GB")} selected</b>
        {matches?.more ? <span className="text-ink-soft"> (the first of all that match)</span> : null}
        {bulk ? (
          <span className={`ml-2 ${bulk.failed ? "text-blocker" : "text-ink-soft"}`}>
            {bulk.under ? `${bulk.done} of ${bulk.of}…` : bulk.words}
          </span>
        ) : null}
      </p>
      {matches === null && all.total > ids.length ? (
        <Button emphasis="quiet" small onPress={async () => setMatches(await allMatching(all.query))}>
          Select all {all.about ? "about " : ""}
          {all.total.toLocaleString("en-GB")} that match
        </Button>
      ) : null}
      {may.check ? (
        <Button
          small
          isDisabled={busy}
          onPress={() => void run("source.check", chosen, {}, "Asked: they are looked at before all others.")}
        >
          Check now
        </Button>
      ) : null}
      {may.tag ? (
        <Button small isDisabled={busy} onPress={() => setTagging(true)}>
          Tag…
        </Button>
      ) : null}
      <ExportMenu small label="Export…" href={`/api/sources/export?${exported}`} />
      {may.merge && matches === null && ids.length === 2 ? (
        <Button
          small
          onPress={() => router.push(`/desk/sources?${all.query}&merge=${ids.join(",")}`, { scroll: false })}
        >
          Merge…
        </Button>
      ) : null}
      <Button emphasis="quiet" small onPress={onClear}>
        Clear
      </Button>
      {tagging ? (
        <TagDialog
          count={chosen.length}
          offered={tags}
          onClose={() => setTagging(false)}
          onTake={async (change) => {
            setTagging(false);
            forget();
            if (await run("source.tag", chosen, change, "Their tags are changed.")) router.refresh();
          }}
        />
      ) : null}
    </div>
  );
}
