import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";

/** Where a finding is, in words: "Section 3 · Who builds the spans", "Sources · line 4". */
export function sectionNameOf({ place }: Finding, document: Node | null, references: readonly Reference[]): string {
  if (place.kind === "reference") {
    const line = references.findIndex((reference) => reference.id === place.reference);
    return line < 0 ? "Sources" : `Sources · line ${line + 1}`;
  }
  const part = document ? partsOf(document).find((one) => one.id === place.section) : undefined;
  if (!part || part.kind === "front") return "Title and byline";
  return `Section ${part.position} · ${part.heading ?? "Opening"}`;
}
