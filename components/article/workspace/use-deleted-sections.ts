import type { Node } from "prosemirror-model";
import { useMemo } from "react";
import type { DeletedSection } from "@/components/editor/handle";
import { partsOf } from "@/domain/document/parts";
import type { WorkspaceView } from "./view";

/** The sections that were taken out and are not back in the text as it stands here; restored at the end. */
export function useDeletedSections(deleted: WorkspaceView["deletedSections"], document: Node | null): DeletedSection[] {
  return useMemo(() => {
    const parts = document ? partsOf(document) : [];
    const here = new Set<string>(parts.map((part) => part.id));
    return deleted
      .filter((section) => !here.has(section.id))
      .map(({ id, heading, body }) => ({
        id,
        heading: heading ?? "Opening",
        index: Math.max(0, parts.length - 1),
        json: body,
      }));
  }, [deleted, document]);
}
