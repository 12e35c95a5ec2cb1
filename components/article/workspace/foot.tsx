"use client";

import { saveWords, type SaveState } from "@/components/editor/saving/machine";
import { Button } from "@/components/ui/button";
import { usePalette } from "@/components/ui/command-palette";
import { Kbd } from "@/components/ui/kbd";

type Props = { save: SaveState; version: number; here: number; words: number; onRetry: () => void };

/** The workspace's foot: whether the words are safe, and the keys. */
export function WorkspaceFoot({ save, version, here, words, onRetry }: Props) {
  const palette = usePalette();
  const tone =
    save.phase === "saved"
      ? "text-ok"
      : save.phase === "offline" || save.phase === "refused"
        ? "text-warning"
        : "text-ink-soft";
  return (
    <footer className="flex h-9 items-center gap-4 overflow-hidden border-t border-rule bg-sheet px-3 text-[12.5px] whitespace-nowrap text-ink-soft pointer-coarse:h-11 sm:px-5">
      <span role="status" className={tone}>
        <span aria-hidden>● </span>
        {saveWords(save)}
      </span>
      {save.phase === "offline" || save.phase === "refused" ? (
        <Button emphasis="quiet" small onPress={onRetry}>
          Try again
        </Button>
      ) : null}
      <span className="hidden tabular-nums sm:inline">{words.toLocaleString("en-GB")} words</span>
      <span className="hidden tabular-nums md:inline">Version {version}</span>
      {here > 1 ? <span className="hidden sm:inline">{here} people here</span> : null}
      <button
        type="button"
        onClick={palette.open}
        className="ml-auto flex h-full items-center gap-1.5 hover:text-ink focus-visible:-outline-offset-2"
      >
        Commands <Kbd>⌘K</Kbd>
      </button>
    </footer>
  );
}
