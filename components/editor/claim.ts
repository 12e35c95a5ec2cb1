import { Fragment } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { itemOf } from "@/domain/citation/item";
import { schema } from "@/domain/document/schema";
import type { ReferenceId } from "@/domain/ids";
import { claimNodeOf, type ClaimFacts, claimOf } from "@/domain/publishing/claim";
import { newId } from "./new-id";

/** What a person says of the claim under review; `source` is where it was made, null while nobody has said. */
export type WantedClaim = ClaimFacts & { words: string; source: ReferenceId | null };

/**
 * Puts the claim under review at the end of the front, changes it, or with null takes it out; null where nothing would
 * change. Where words and source are as before, what stands in the claim stays, with every citation and its locator.
 */
export function setClaim(state: EditorState, wanted: WantedClaim | null): Transaction | null {
  const front = state.doc.firstChild;
  if (!front) return null;
  const old = claimNodeOf(front);
  const end = front.nodeSize - 1;
  const from = old ? end - old.nodeSize : end;
  if (!wanted) return old ? state.tr.delete(from, end) : null;
  const { words, source, ...facts } = wanted;
  const before = claimOf(front);
  const same = before !== null && before.words === words.trim() && (before.sources[0] ?? null) === source;
  const claim = schema.nodes.claim.create(facts, same && old ? old.content : contentOf(words, source));
  return old && claim.eq(old) ? null : state.tr.replaceWith(from, end, claim);
}

function contentOf(words: string, source: ReferenceId | null): Fragment {
  const text = words.replace(/\s+/gu, " ").trim();
  return Fragment.from([
    ...(text ? [schema.text(text)] : []),
    ...(source ? [schema.nodes.citation.create({ id: newId(), items: [itemOf(source)] })] : []),
  ]);
}
