"use client";

import { FileUp } from "lucide-react";
import { DropZone, FileTrigger } from "react-aria-components";
import { Button } from "@/components/ui/button";

type Props = { busy: boolean; onChoose: (file: File) => void };

/** The place to drop a bibliography, or to choose one. */
export function ChooseBibliography({ busy, onChoose }: Props) {
  return (
    <DropZone
      aria-label="Drop a bibliography here"
      getDropOperation={() => "copy"}
      onDrop={async (event) => {
        const item = event.items.find((one) => one.kind === "file");
        if (item?.kind === "file") onChoose(await item.getFile());
      }}
      className="grid justify-items-center gap-3 rounded-xl border border-dashed border-rule-strong px-6 py-12 text-center data-drop-target:border-accent data-drop-target:bg-accent-wash"
    >
      <FileUp size={22} aria-hidden className="text-ink-faint" />
      <p className="font-serif text-[19px] leading-6">Drop a bibliography here</p>
      <p className="max-w-sm text-[13px] text-ink-faint">
        BibTeX, BibLaTeX, RIS, CSL-JSON or EndNote (.enw, XML), up to 8 MB. You see what is in it before anything is
        kept in the library.
      </p>
      <FileTrigger
        acceptedFileTypes={[".bib", ".ris", ".json", ".enw", ".xml", ".txt"]}
        onSelect={(files) => files?.[0] && onChoose(files[0])}
      >
        <Button isDisabled={busy}>{busy ? "Reading…" : "Choose a file…"}</Button>
      </FileTrigger>
    </DropZone>
  );
}
