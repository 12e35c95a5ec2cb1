import type { Node } from "prosemirror-model";
import { type EditorState, NodeSelection, TextSelection, type Transaction } from "prosemirror-state";
import { CitationItem } from "@/domain/citation/item";
import { Href } from "@/domain/document/attributes";
import { schema } from "@/domain/document/schema";
import { ArticleId } from "@/domain/ids";
import { isHole } from "./coverage";
import { newId } from "./new-id";

/** What a placeholder link may become: plain words, a link to an article of ours, or a link out. */
export type Replacement =
  | { kind: "text"; text?: string }
  | { kind: "article"; article: string; text?: string }
  | { kind: "href"; href: string; text?: string };

/** The position of the citation or placeholder with this id, or null. */
export function placeOf(document: Node, id: string): number | null {
  let found: number | null = null;
  document.descendants((node, at) => {
    if (node.isInline && node.attrs["id"] === id) found = at;
    return found === null;
  });
  return found;
}

/** Selects the chip with this id and brings it into view. */
export function focusChip(state: EditorState, id: string): Transaction | null {
  const at = placeOf(state.doc, id);
  return at === null ? null : state.tr.setSelection(NodeSelection.create(state.doc, at)).scrollIntoView();
}

/** Selects the next hole after the cursor (or the one before it), going round at the end. */
export function focusHole(state: EditorState, way: 1 | -1, references: ReadonlySet<string>): Transaction | null {
  const holes: number[] = [];
  state.doc.descendants((node, at) => {
    if (node.type === schema.nodes.placeholderLink) holes.push(at);
    if (node.type === schema.nodes.citation && isHole(node, references)) holes.push(at);
  });
  const { from } = state.selection;
  const here = state.selection instanceof NodeSelection ? from : from - 0.5;
  const at =
    way > 0 ? (holes.find((hole) => hole > here) ?? holes[0]) : (holes.findLast((hole) => hole < here) ?? holes.at(-1));
  return at === undefined ? null : state.tr.setSelection(NodeSelection.create(state.doc, at)).scrollIntoView();
}

/** Gives a citation other items. */
export function setCitationItems(state: EditorState, id: string, items: readonly CitationItem[]): Transaction | null {
  const at = placeOf(state.doc, id);
  return at === null ? null : state.tr.setNodeAttribute(at, "items", CitationItem.array().parse(items));
}

/** Takes a citation or placeholder out, with the one space that only held it apart from the words before. */
export function deleteChip(state: EditorState, id: string): Transaction | null {
  const at = placeOf(state.doc, id);
  if (at === null) return null;
  const before = state.doc.textBetween(Math.max(0, at - 1), at, undefined, "\ufffc");
  const after = state.doc.textBetween(at + 1, Math.min(state.doc.content.size, at + 2), undefined, "\ufffc");
  const spaced = /[\s\u2009]/u.test(before) && (after === "" || /[\s.,;:!?)]/u.test(after));
  return state.tr.delete(spaced ? at - 1 : at, at + 1);
}

/** Puts a citation behind the selected words; null where none may stand (a title, a byline, code). */
export function insertCitation(state: EditorState, items: readonly CitationItem[]): Transaction | null {
  const { $to } = state.selection;
  const index = $to.indexAfter();
  if (!$to.parent.isTextblock || !$to.parent.canReplaceWith(index, index, schema.nodes.citation)) return null;
  const citation = schema.nodes.citation.create({ id: newId(), items: CitationItem.array().parse(items) });
  const transaction = state.tr.insert($to.pos, citation);
  return transaction.setSelection(TextSelection.create(transaction.doc, $to.pos + 1)).scrollIntoView();
}

/** Turns a placeholder link into words or a link; null where the address is none, or the words would be empty. */
export function replacePlaceholder(state: EditorState, id: string, wanted: Replacement): Transaction | null {
  const at = placeOf(state.doc, id);
  const node = at === null ? null : state.doc.nodeAt(at);
  if (at === null || !node) return null;
  const text = (wanted.text ?? (String(node.attrs["text"]) || String(node.attrs["target"]))).trim();
  const mark = markFor(wanted);
  if (!text || mark === "wrong") return null;
  const words = schema.text(text, mark ? mark.addToSet(node.marks) : node.marks);
  return state.tr.replaceWith(at, at + 1, words);
}

function markFor(wanted: Replacement) {
  if (wanted.kind === "text") return null;
  if (wanted.kind === "href") {
    const href = Href.safeParse(wanted.href.trim());
    return href.success ? schema.marks.link.create({ href: href.data }) : "wrong";
  }
  const article = ArticleId.safeParse(wanted.article);
  return article.success ? schema.marks.articleLink.create({ article: article.data }) : "wrong";
}
