"use client";

import type { Node } from "prosemirror-model";
import { type RefObject, useMemo } from "react";
import type { ManuscriptHandle } from "@/components/editor/handle";
import { type PaletteEntry, usePaletteEntries } from "@/components/ui/command-palette";
import { partsOf } from "@/domain/document/parts";

type Around = {
  document: Node | null;
  step: (way: 1 | -1) => void;
  editor: RefObject<ManuscriptHandle | null>;
  setTab: (tab: string) => void;
};

/** What the workspace adds to the command palette: the path, the panels, and every part of the text by its name. */
export function useWorkspaceEntries({ document, step, editor, setTab }: Around): void {
  const entries = useMemo<PaletteEntry[]>(
    () => [
      { id: "next-blocker", label: "Next blocker", keys: "⌥↓", run: () => step(1) },
      { id: "previous-blocker", label: "Previous blocker", keys: "⌥↑", run: () => step(-1) },
      { id: "cite", label: "Cite a source at the cursor", keys: "⌘⇧C", run: () => setTab("sources") },
      { id: "picture", label: "Insert a picture", keys: "⌘⌥7", run: () => editor.current?.insertPicture() },
      { id: "comments", label: "Comments", run: () => setTab("comments") },
      ...(document ? partsOf(document) : []).map((part) => ({
        id: `part-${part.id}`,
        label: `Go to: ${part.kind === "front" ? "Title" : (part.heading ?? "Opening")}`,
        run: () => void editor.current?.focusSection(part.id),
      })),
    ],
    [step, document, editor, setTab],
  );
  usePaletteEntries(entries);
}
