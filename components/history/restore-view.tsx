"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Comparison } from "@/components/review/comparison";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import type { ArticleId } from "@/domain/ids";
import type { ComparedPart, RevisionLine } from "./history-view";

type Props = {
  articleId: ArticleId;
  revision: RevisionLine;
  /** The draft's version that was compared, and that the restore must find. */
  version: number;
  parts: ComparedPart[];
  sources: Record<string, string>;
  mayRestore: boolean;
};

/** A revision beside the draft as it stands, in one text: what the draft has since is underlined, what it lost struck out. */
export function RestoreView({ articleId, revision, version, parts, sources, mayRestore }: Props) {
  const router = useRouter();
  const command = useCommand("article.restore");
  const [asking, setAsking] = useState(false);
  const changed = parts.filter(isChanged);
  const here = `/desk/articles/${articleId}/history`;

  const restore = async () => {
    const result = await command.run({ articleId, revisionId: revision.id, version });
    setAsking(false);
    if (result.ok) router.push(`/desk/articles/${articleId}`);
  };

  return (
    <section aria-labelledby="compared">
      <header className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-rule pb-4">
        <h2 id="compared" className="mr-auto font-serif text-[20px] font-semibold">
          What changed since version {revision.version}
        </h2>
        <Link href={here} className="font-medium text-accent underline underline-offset-4">
          Back
        </Link>
        {mayRestore && changed.length > 0 ? (
          <Button emphasis="primary" onPress={() => setAsking(true)}>
            Restore this…
          </Button>
        ) : null}
        <p className="-mt-1 w-full text-[13px] text-ink-soft">
          {changed.length === 0
            ? "Nothing: the draft says the same now."
            : "Underlined is what the draft has now, struck out what it had then."}
        </p>
      </header>
      {command.error ? (
        <div className="mb-4">
          <Notice tone="blocker">
            {command.error.message}{" "}
            {command.error.kind === "stale" ? (
              <button type="button" className="font-semibold underline" onClick={() => router.refresh()}>
                Look again
              </button>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {changed.map((part) => (
        <article key={part.id} className="mb-9">
          <h3 className="mb-3 flex items-baseline gap-3 text-[13px] font-semibold">
            <span className="mr-auto">{part.heading}</span>
            <span className="font-normal text-ink-faint tabular-nums">
              +{part.size.added} −{part.size.removed} words
            </span>
          </h3>
          <Comparison changes={part.changes} sources={sources} folded />
        </article>
      ))}
      <Dialog title={`Restore version ${revision.version}?`} isOpen={asking} onClose={() => setAsking(false)}>
        <div className="grid gap-5">
          <p>
            The draft gets the text that it had then. What it says now is kept as a revision, so nothing is lost, and
            those who have it open see the change at once. Sections whose text changes need to be approved again.
          </p>
          <div className="flex justify-end gap-2">
            <Button emphasis="quiet" onPress={() => setAsking(false)}>
              Cancel
            </Button>
            <Button emphasis="primary" onPress={() => void restore()} isDisabled={command.pending}>
              {command.pending ? "Restoring…" : "Restore this text"}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}

const isChanged = (part: ComparedPart): boolean => part.changes.some((change) => change.kind !== "same");
