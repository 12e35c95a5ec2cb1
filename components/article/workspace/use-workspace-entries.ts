"use client";

import { useRouter } from "next/navigation";
import type { Node } from "prosemirror-model";
import { type RefObject, useMemo } from "react";
import type { ManuscriptHandle } from "@/components/editor/handle";
import { type PaletteEntry, usePaletteEntries } from "@/components/ui/command-palette";
import { partsOf } from "@/domain/document/parts";
import type { ArticleId } from "@/domain/ids";

type Around = {
  articleId: ArticleId;
  document: Node | null;
  step: (way: 1 | -1) => void;
  cite: () => void;
  editor: RefObject<ManuscriptHandle | null>;
  setTab: (tab: string) => void;
};

/** What the workspace adds to the command palette: the path, the panels, its other screens, and every part of the text by its name. */
export function useWorkspaceEntries({ articleId, document, step, cite, editor, setTab }: Around): void {
  const router = useRouter();
  const entries = useMemo<PaletteEntry[]>(
    () => [
      { id: "next-blocker", label: "Next blocker", keys: "⌥↓", run: () => step(1) },
      { id: "previous-blocker", label: "Previous blocker", keys: "⌥↑", run: () => step(-1) },
      { id: "cite", label: "Cite a source at the cursor", keys: "⌘⇧C", run: cite },
      { id: "picture", label: "Insert a picture", keys: "⌘⌥7", run: () => editor.current?.insertPicture() },
      { id: "comments", label: "Comments", run: () => setTab("comments") },
      { id: "changed", label: "What changed", run: () => router.push(`/desk/articles/${articleId}/review`) },
      { id: "history", label: "History", run: () => router.push(`/desk/articles/${articleId}/history`) },
      ...(document ? partsOf(document) : []).map((part) => ({
        id: `part-${part.id}`,
        label: `Go to: ${part.kind === "front" ? "Title" : (part.heading ?? "Opening")}`,
        run: () => void editor.current?.focusSection(part.id),
      })),
    ],
    [articleId, step, cite, document, editor, setTab, router],
  );
  usePaletteEntries(entries);
}
