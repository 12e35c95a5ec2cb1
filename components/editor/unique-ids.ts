import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { NodeId } from "@/domain/document/attributes";
import { newId } from "./new-id";

/**
 * Keeps every id of sections, citations and placeholders in use once: what is pasted, restored or moved twice gets a new
 * id, what stood there before keeps its own.
 */
export function uniqueIds(make: () => string = newId): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => !transaction.docChanged || keepsParts(transaction.doc, state.doc),
    appendTransaction: (transactions, before, after) =>
      transactions.some(mayRepeat) ? withUniqueIds(transactions, before, after, make) : null,
  });
}

/** ProseMirror fills gaps with nodes that have no id; a change that would need such a front or section is not made. */
function keepsParts(after: Node, before: Node): boolean {
  return (
    after.firstChild?.attrs["id"] === before.firstChild?.attrs["id"] &&
    after.children.every((part) => NodeId.safeParse(part.attrs["id"]).success)
  );
}

/** What others made is checked by the server; what is left of one's own after theirs is looked at once it is settled. */
function mayRepeat(transaction: Transaction): boolean {
  return transaction.getMeta("settled") === true || (transaction.docChanged && !transaction.getMeta("received"));
}

function withUniqueIds(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  make: () => string,
): Transaction | null {
  const twice = idsTwice(after.doc);
  if (twice.size === 0) return null;
  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const stayed = new Map<string, number>();
  eachId(before.doc, (id, at) => {
    if (!twice.has(id)) return;
    const { pos, deleted } = mapping.mapResult(at, 1);
    if (!deleted) stayed.set(id, pos);
  });
  const transaction = after.tr;
  for (const [id, places] of twice) {
    const keeps = stayed.get(id);
    const first = keeps !== undefined && places.includes(keeps) ? keeps : places[0];
    for (const place of places) if (place !== first) transaction.setNodeAttribute(place, "id", make());
  }
  return transaction;
}

function idsTwice(document: Node): Map<string, number[]> {
  const places = new Map<string, number[]>();
  eachId(document, (id, at) => {
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  });
  return new Map([...places].filter(([, found]) => found.length > 1));
}

function eachId(document: Node, visit: (id: string, at: number) => void): void {
  document.descendants((node, at) => {
    const id: unknown = node.attrs["id"];
    if (typeof id === "string") visit(id, at);
  });
}
