"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ArticleId } from "@/domain/ids";
import { ImportSteps } from "./import-steps";

type Props = { label: string; small?: boolean; articleId: ArticleId };

/** The button that brings a bibliography in, and its dialog: a file, what is in it, how far it is, what became of it. */
export function ImportBibliography({ label, small = false, articleId }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small={small} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title="Add sources from a file" isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <ImportSteps articleId={articleId} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
