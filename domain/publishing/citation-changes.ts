import type { Node } from "prosemirror-model";
import type { CitationItem } from "@/domain/citation/item";
import { CitationItems } from "@/domain/document/attributes";
import { canonicalJson } from "@/domain/document/canonical";
import type { CitedReference } from "./edition";

type Text = { parts: readonly Node[]; references: readonly CitedReference[] };

/** One thing that a citation rests on, with the source's title for people. */
export type CitedItem = Pick<CitationItem, "reference" | "locator" | "label" | "quote"> & { title: string };

/** What became of a citation from one edition to the next; `what` names what is different in it. */
export type CitationChange =
  | { kind: "added"; id: string; after: CitedItem[] }
  | { kind: "dropped"; id: string; before: CitedItem[] }
  | { kind: "changed"; id: string; what: ("source" | "locator" | "quote")[]; before: CitedItem[]; after: CitedItem[] };

/** The citations that differ between two texts: dropped ones in the old order, then all others in the new one. */
export function citationChanges(before: Text, after: Text): CitationChange[] {
  const [old, now] = [citationsOf(before), citationsOf(after)];
  const dropped = [...old].flatMap(([id, items]): CitationChange[] =>
    now.has(id) ? [] : [{ kind: "dropped", id, before: items.map(shown) }],
  );
  const rest = [...now].flatMap(([id, items]): CitationChange[] => {
    const was = old.get(id);
    if (!was) return [{ kind: "added", id, after: items.map(shown) }];
    const what = differences(was, items);
    return what.length > 0 ? [{ kind: "changed", id, what, before: was.map(shown), after: items.map(shown) }] : [];
  });
  return [...dropped, ...rest];
}

type Item = CitedItem & { record: string };

function differences(before: readonly Item[], after: readonly Item[]) {
  const differs = (field: (item: Item) => unknown): boolean =>
    canonicalJson(before.map(field)) !== canonicalJson(after.map(field));
  return [
    ...(differs(({ reference, record }) => [reference, record]) ? (["source"] as const) : []),
    ...(differs(({ locator, label }) => [locator, label]) ? (["locator"] as const) : []),
    ...(differs(({ quote }) => quote) ? (["quote"] as const) : []),
  ];
}

function citationsOf({ parts, references }: Text): Map<string, Item[]> {
  const records = new Map<string, CitedReference["record"]>(references.map(({ id, record }) => [id, record]));
  const found = new Map<string, Item[]>();
  for (const part of parts)
    part.descendants((node) => {
      if (node.type.name !== "citation") return;
      const items = CitationItems.parse(node.attrs["items"]).map(({ reference, locator, label, quote }): Item => {
        const record = reference === null ? undefined : records.get(reference);
        return { reference, locator, label, quote, title: record?.title ?? "", record: canonicalJson(record ?? null) };
      });
      found.set(String(node.attrs["id"]), items);
    });
  return found;
}

const shown = ({ reference, locator, label, quote, title }: Item): CitedItem => ({
  reference,
  locator,
  label,
  quote,
  title,
});
