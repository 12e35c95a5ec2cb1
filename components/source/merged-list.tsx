"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";

/** A source that was merged into the one on the screen; `undo` is the merge, null where this person may not take it back. */
export type MergedSource = { id: string; title: string; when: string; by: string; undo: string | null };

/** What a source was merged from, each with the way back. */
export function MergedList({ merged }: { merged: MergedSource[] }) {
  const router = useRouter();
  const { run, pending, error } = useCommand<{ left: string[] }>("source.unmerge");
  const [left, setLeft] = useState<string[] | null>(null);

  const undo = async (mergeId: string) => {
    const result = await run({ mergeId });
    if (!result.ok) return;
    setLeft(result.value.left);
    router.refresh();
  };

  if (merged.length === 0 && left === null) return null;
  return (
    <div className="mt-5 grid gap-3">
      <ul className="grid gap-1.5">
        {merged.map((source) => (
          <li key={source.id} className="flex flex-wrap items-center gap-x-3 text-[13.5px] text-ink-soft">
            <span className="min-w-0">
              Merged from “{source.title}”{source.by ? ` by ${source.by}, ${source.when}` : ""}
            </span>
            {source.undo ? (
              <Button
                small
                isDisabled={pending}
                onPress={() => void (source.undo && undo(source.undo))}
                aria-label={`Undo the merge of “${source.title}”`}
              >
                Undo
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {error ? <Notice tone="blocker">{error.message}</Notice> : null}
      {left === null ? null : left.length === 0 ? (
        <Notice tone="ok">The merge was taken back; both sources stand as they did.</Notice>
      ) : (
        <Notice tone="warning" title="The merge was taken back, but not all of it">
          <ul className="list-disc pl-5">
            {left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
