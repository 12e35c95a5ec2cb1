"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { LibraryBulk } from "./library-bulk";
import { LibraryTable } from "./library-table";
import type { LibraryLine, LibraryRights } from "./library-view";
import { SourcePane } from "./source-pane";
import { libraryKeys, useLibraryKeys } from "./use-library-keys";
import { useSelection } from "./use-selection";

type Props = {
  sources: LibraryLine[];
  total: number;
  about: boolean;
  query: string;
  may: LibraryRights;
  /** Tags that are offered, the most frequent first. */
  tags: string[];
  now: string;
};

/** The library as a table with the source in hand beside it, what can be done to those that are selected, and the keys. */
export function LibraryDesk({ sources, total, about, query, may, tags, now }: Props) {
  const router = useRouter();
  const table = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  const selection = useSelection(sources.map(({ id }) => id));
  const current = sources[selection.at];
  const open = (at: number) => {
    const source = sources[at];
    if (source) router.push(`/desk/sources/${source.id}`);
  };
  useLibraryKeys(selection, open, () => setHelping(true));
  useEffect(() => {
    if (selection.at < 0) return;
    table.current?.querySelector<HTMLElement>(`[data-line="${selection.at}"] a`)?.focus();
  }, [selection.at]);

  return (
    <>
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div ref={table} className="min-w-0">
          <LibraryTable sources={sources} selection={selection} now={now} />
        </div>
        <SourcePane key={current?.id ?? ""} line={current ?? null} mayCheck={may.check} now={now} />
      </div>
      <div className="mt-3 hidden justify-end sm:flex">
        <Button emphasis="quiet" small onPress={() => setHelping(true)}>
          Keys <Kbd>?</Kbd>
        </Button>
      </div>
      {selection.selected.size > 0 ? (
        <LibraryBulk
          ids={[...selection.selected]}
          all={{ total, about, query }}
          may={may}
          tags={tags}
          onClear={() => selection.setAll(false)}
        />
      ) : null}
      <Dialog title="Keys of the library" isOpen={helping} onClose={() => setHelping(false)}>
        <dl className="grid grid-cols-[5rem_1fr] gap-y-2.5">
          {libraryKeys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
