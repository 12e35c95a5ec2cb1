import type { Node } from "prosemirror-model";
import { CitationItems } from "@/domain/document/attributes";
import type { Reference } from "@/domain/rules/manuscript";
import type { LedgerLine } from "./tree";

/** How many of each kind of marker; a label is a number that a line of the source list bears. */
export type Counts = { citation: number; link: number; label: number; reference: number };

/** What was found in a text, and what became of it: found is always resolved and held together, kind by kind. */
export type Ledger = {
  found: Counts;
  resolved: Counts;
  held: Counts;
  /** Words that are not where they stood, each with the reason. */
  lines: readonly LedgerLine[];
  /** What a person should look at, as sentences. */
  warnings: readonly string[];
};

/**
 * Counts what a document and its references resolve and hold: a citation is resolved when every item is bound to one
 * of the references, a label when a citation with that key is bound to its line, a reference when it is a source.
 * `others` are references of the article that the import did not bring. Nothing is taken from the import here, so the ledger can be held against what was found.
 */
export function outcomeOf(
  document: Node,
  references: readonly Reference[],
  others: Iterable<string> = [],
): { resolved: Counts; held: Counts } {
  const known = new Set<string>([...references.map(({ id }) => id), ...others]);
  const bound = new Set<string>();
  let [whole, citations, links] = [0, 0, 0];
  document.descendants((node) => {
    if (node.type.name === "placeholderLink") links++;
    if (node.type.name !== "citation") return;
    const items = CitationItems.parse(node.attrs["items"]);
    citations++;
    if (items.length > 0 && items.every(({ reference }) => reference !== null && known.has(reference))) whole++;
    for (const { reference, key } of items) if (reference !== null && key !== null) bound.add(`${reference} ${key}`);
  });
  const labels = references.flatMap(({ id, labels: own }) => own.map((label) => bound.has(`${id} ${label}`)));
  const used = labels.filter(Boolean).length;
  const sources = references.filter(({ source }) => source !== null).length;
  return {
    resolved: { citation: whole, link: 0, label: used, reference: sources },
    held: {
      citation: citations - whole,
      link: links,
      label: labels.length - used,
      reference: references.length - sources,
    },
  };
}

/** Ledger lines without repeats: equal ones become one that says how often it stood there. */
export function gathered(lines: readonly LedgerLine[]): LedgerLine[] {
  const counts = new Map<string, { line: LedgerLine; times: number }>();
  for (const line of lines) {
    const key = `${line.what}\n${line.text}\n${line.reason}`;
    const same = counts.get(key);
    if (same) same.times++;
    else counts.set(key, { line, times: 1 });
  }
  return [...counts.values()].map(({ line, times }) =>
    times === 1 ? line : { ...line, reason: `${line.reason} (${times} times)` },
  );
}
