"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ArticleId } from "@/domain/ids";
import { ChooseBibliography } from "./choose-bibliography";
import { ImportPreview } from "./import-preview";
import { ImportResult } from "./import-result";
import { useImport } from "./use-import";

type Props = {
  articleId: ArticleId | null;
  /** Where one is led when it is done, or what is done then. */
  doneHref?: string;
  onClose?: () => void;
};

/** The steps of bringing a bibliography in: a file, what is in it, how far it is, what became of it. */
export function ImportSteps({ articleId, doneHref, onClose }: Props) {
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
        {onClose || done ? (
          <Button
            emphasis={done ? "primary" : "quiet"}
            onPress={() => {
              onClose?.();
              if (doneHref) router.push(doneHref);
              router.refresh();
            }}
          >
            {done ? "Done" : "Close"}
          </Button>
        ) : null}
        {file !== null && !done ? (
          <Button emphasis="primary" isDisabled={busy} onPress={() => void bringIn().then(() => router.refresh())}>
            {busy ? "Bringing in…" : `Bring in ${file.waiting.toLocaleString("en-GB")}`}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
