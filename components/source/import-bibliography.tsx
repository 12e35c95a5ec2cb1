"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ArticleId } from "@/domain/ids";
import { ChooseBibliography } from "./choose-bibliography";
import { ImportPreview } from "./import-preview";
import { ImportResult } from "./import-result";
import { useImport } from "./use-import";

type Props = { label: string; small?: boolean; articleId?: ArticleId | null };

/** The button that brings a bibliography in, and its dialog: a file, what is in it, how far it is, what became of it. */
export function ImportBibliography({ label, small = false, articleId = null }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small={small} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        title={articleId ? "Add sources from a file" : "Import a bibliography"}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        wide
      >
        <Steps articleId={articleId} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Steps({ articleId, onClose }: { articleId: ArticleId | null; onClose: () => void }) {
  const router = useRouter();
  const { file, busy, problem, choose, bringIn, forget } = useImport(articleId);
  const done = file !== null && file.waiting === 0;
  return (
    <div className="grid gap-5">
      {problem ? <Notice tone="blocker">{problem}</Notice> : null}
      {file === null ? (
        <ChooseBibliography busy={busy} onChoose={(chosen) => void choose(chosen)} />
      ) : done ? (
        <ImportResult file={file} />
      ) : (
        <ImportPreview file={file} busy={busy} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {file !== null && !busy ? (
          <Button emphasis="quiet" onPress={forget}>
            Another file
          </Button>
        ) : null}
        <Button
          emphasis={done ? "primary" : "quiet"}
          onPress={() => {
            onClose();
            router.refresh();
          }}
        >
          {done ? "Done" : "Close"}
        </Button>
        {file !== null && !done ? (
          <Button emphasis="primary" isDisabled={busy} onPress={() => void bringIn().then(() => router.refresh())}>
            {busy ? "Bringing in…" : `Bring in ${file.waiting.toLocaleString("en-GB")}`}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
