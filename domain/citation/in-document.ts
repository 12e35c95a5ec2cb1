import type { Node } from "prosemirror-model";
import { CitationItems } from "@/domain/document/attributes";
import { CitationId, type ReferenceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import type { CitationInText, Formattable, StyleKind } from "./formatted";

type Known = { id: ReferenceId; record: SourceRecord | null };

/**
 * What a style needs to know of a text: its citations in reading order and the records they rest on. What points at no
 * source yet is left out, and a citation of nothing but that has no items. In a style of notes each citation is a note.
 */
export function formattableOf(parts: Iterable<Node>, references: readonly Known[], kind: StyleKind): Formattable {
  const records = new Map(references.flatMap(({ id, record }) => (record ? [[id, record] as const] : [])));
  const citations: CitationInText[] = [];
  const cited = new Set<ReferenceId>();
  let notes = 0;
  for (const part of parts)
    part.descendants((node) => {
      if (node.type.name !== "citation") return;
      const items = CitationItems.parse(node.attrs["items"]).flatMap(({ reference, ...item }) =>
        reference && records.has(reference) ? [{ ...item, reference }] : [],
      );
      if (items.length > 0) notes += 1;
      for (const { reference } of items) cited.add(reference);
      citations.push({
        id: CitationId.parse(node.attrs["id"]),
        items: items.map(({ reference, locator, label, prefix, suffix, suppressAuthor }) => ({
          reference,
          locator,
          label,
          prefix,
          suffix,
          suppressAuthor,
        })),
        authorInText: false,
        noteIndex: kind === "note" && items.length > 0 ? notes : 0,
      });
    });
  return {
    records: [...records].flatMap(([reference, record]) => (cited.has(reference) ? [{ reference, record }] : [])),
    citations,
    uncited: [],
  };
}
