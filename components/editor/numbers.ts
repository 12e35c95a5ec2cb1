import type { Node } from "prosemirror-model";
import { numbersOf } from "@/domain/citation/numbering";
import { type PlacedCitation, citationsOf } from "@/domain/document/inlines";
import type { ReferenceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import { titleOf } from "./reference-title";

/** What a citation chip shows: `label` in the text, `title` for the pointer and the screen reader, `state` for its look. */
export type ChipLabel = { label: string; title: string; state: "cited" | "raw" | "hole" };

/** The chip of every citation of a document, by the citation's id: its number, or its mark in the article's style. */
export function chipLabels(
  document: Node,
  references: readonly Reference[],
  marks: ReadonlyMap<string, string> = new Map(),
): Map<string, ChipLabel> {
  const citations = citationsOf(document);
  const known = new Map(references.map((reference) => [reference.id, reference]));
  const numbers = numbersOf(citations);
  return new Map(
    citations.map((citation) => [citation.id, chipLabel(citation, known, numbers, marks.get(citation.id))]),
  );
}

function chipLabel(
  { items }: PlacedCitation,
  known: ReadonlyMap<ReferenceId, Reference>,
  numbers: ReadonlyMap<ReferenceId, number>,
  mark: string | undefined,
): ChipLabel {
  if (items.length === 0)
    return { label: "citation missing", title: "Citation missing: nothing is cited here yet", state: "hole" };
  const bound: string[] = [];
  const lost: string[] = [];
  const words: string[] = [];
  let raw = false;
  for (const { reference, key, locator } of items) {
    const found = reference && known.get(reference);
    if (!found) {
      lost.push(key ?? "a source that is gone");
      continue;
    }
    const number = String(numbers.get(found.id));
    raw ||= found.source === null;
    bound.push(number);
    words.push(
      `${number}: ${titleOf(found)}${locator ? `, ${locator}` : ""}${found.source ? "" : " (not a source yet)"}`,
    );
  }
  const nothing = lost.length > 0 ? `${lost.join(", ")} → nothing` : "";
  if (lost.length > 0) words.push(`${lost.join(", ")} points to no source`);
  return {
    label: [bound.length > 0 ? (mark ?? bound.join(", ")) : "", nothing].filter(Boolean).join(" · "),
    title: `Citation ${words.join("; ")}`,
    state: lost.length > 0 ? "hole" : raw ? "raw" : "cited",
  };
}
