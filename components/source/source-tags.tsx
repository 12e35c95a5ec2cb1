"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/components/ui/use-command";
import { TagDialog } from "./tag-dialog";
import { TagList } from "./tag-list";

type Props = { sourceId: string; tags: string[]; mayTag: boolean };

/** A source's tags on its own page, and the way to change them. */
export function SourceTags({ sourceId, tags, mayTag }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { run, error } = useCommand("source.tag");
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <TagList tags={tags} />
      {mayTag ? (
        <Button small emphasis="quiet" onPress={() => setOpen(true)}>
          {tags.length === 0 ? "Add tags…" : "Change tags…"}
        </Button>
      ) : null}
      {error ? (
        <span role="alert" className="text-[13px] text-blocker">
          {error.message}
        </span>
      ) : null}
      {isOpen ? (
        <TagDialog
          count={1}
          offered={tags}
          onClose={() => setOpen(false)}
          onTake={async (change) => {
            setOpen(false);
            if ((await run({ sourceIds: [sourceId], ...change })).ok) router.refresh();
          }}
        />
      ) : null}
    </div>
  );
}
