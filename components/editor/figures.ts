import { Fragment, type Node, type ResolvedPos } from "prosemirror-model";
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from "prosemirror-state";
import type { Picture } from "@/domain/document/pictures";
import { schema } from "@/domain/document/schema";

const { figure, caption, paragraph, section } = schema.nodes;

/** What may be said of a figure, by the names of its attributes. */
export type FigureChange = Partial<{
  picture: Picture;
  alt: string;
  decorative: boolean;
  credit: string | null;
  licence: string | null;
  width: "text" | "wide";
}>;

/** Where a figure may stand that is put at a position: after the block there; the title and its lines have none, so it opens the text. */
export function placeForFigure(document: Node, at: number): number | null {
  const $at = document.resolve(at);
  if (allowed($at.parent, $at.index())) return $at.parent.isTextblock ? null : at;
  for (let depth = $at.depth; depth > 0; depth--)
    if (allowed($at.node(depth - 1), $at.indexAfter(depth - 1))) return $at.after(depth);
  const [front, first] = [document.firstChild, document.maybeChild(1)];
  return front && first?.firstChild ? front.nodeSize + 1 + first.firstChild.nodeSize : null;
}

const allowed = (parent: Node, index: number): boolean =>
  parent.type !== figure && parent.canReplaceWith(index, index, figure);

/** Puts a figure at a position where one may stand, and says where it then is; an empty paragraph before it, made to hold it, goes. */
export function insertFigure(state: EditorState, at: number, picture: Picture): { made: Transaction; at: number } {
  const before = state.doc.resolve(at).nodeBefore;
  const lone = before?.type === paragraph && before.content.size === 0;
  const from = lone ? at - before.nodeSize : at;
  return { made: state.tr.replaceWith(from, at, figure.create({ picture }, caption.create())), at: from };
}

/** Changes what is said of the figure at a position; null where there is none. */
export function changeFigure(state: EditorState, at: number, change: FigureChange): Transaction | null {
  if (state.doc.nodeAt(at)?.type !== figure) return null;
  return Object.entries(change).reduce((tr, [name, value]) => tr.setNodeAttribute(at, name, value), state.tr);
}

/** Takes the figure at a position out; where nothing else is left around it, an empty paragraph stays. */
export function deleteFigure(state: EditorState, at: number): Transaction | null {
  const node = state.doc.nodeAt(at);
  if (node?.type !== figure) return null;
  const $at = state.doc.resolve(at);
  const left = $at.parent.canReplace($at.index(), $at.index() + 1, Fragment.empty);
  const tr = state.tr.replaceWith(at, at + node.nodeSize, left ? Fragment.empty : paragraph.create());
  return tr.setSelection(Selection.near(tr.doc.resolve(at), left ? -1 : 1)).scrollIntoView();
}

/** Moves the figure at a position over the block before or behind it, into the next section where there is none; null at the ends. */
export function moveFigure(state: EditorState, at: number, way: 1 | -1): Transaction | null {
  const node = state.doc.nodeAt(at);
  const target = node?.type === figure ? placeBeyond(state.doc.resolve(at), node, way) : null;
  if (!node || target === null) return null;
  const tr = state.tr;
  const $at = state.doc.resolve(at);
  const left = $at.parent.canReplace($at.index(), $at.index() + 1, Fragment.empty);
  tr.replaceWith(at, at + node.nodeSize, left ? Fragment.empty : paragraph.create());
  const now = tr.mapping.map(target, way);
  tr.insert(now, node);
  return tr.setSelection(NodeSelection.create(tr.doc, now)).scrollIntoView();
}

function placeBeyond($at: ResolvedPos, node: Node, way: 1 | -1): number | null {
  const beyond = way < 0 ? $at.nodeBefore : ($at.parent.maybeChild($at.index() + 1) ?? null);
  const over = way < 0 ? $at.pos - (beyond?.nodeSize ?? 0) : $at.pos + node.nodeSize + (beyond?.nodeSize ?? 0);
  if (beyond && beyond.type !== schema.nodes.heading) return over;
  if ($at.parent.type !== section) return way < 0 ? $at.before() : $at.after();
  const other = $at.doc.maybeChild($at.index(0) + way);
  if (other?.type !== section) return null;
  return way < 0 ? $at.before() - 1 : $at.after() + 1 + (other.firstChild?.nodeSize ?? 0);
}

/** The position of the figure that stands at a position, or is the nearest one to it; null where the text has none. */
export function figureNear(document: Node, at: number): number | null {
  let found: number | null = null;
  document.descendants((node, place) => {
    if (node.type === figure && (found === null || Math.abs(place - at) < Math.abs(found - at))) found = place;
    return !node.isTextblock;
  });
  return found;
}

/** Words that are typed while a figure is selected go to the end of its caption, so that no letter replaces a picture. */
export function typeInCaption(state: EditorState, words: string): Transaction | null {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== figure) return null;
  const end = selection.to - 2;
  const tr = state.tr.insertText(words, end);
  return tr.setSelection(TextSelection.create(tr.doc, end + words.length)).scrollIntoView();
}

/** Enter in a caption goes on below the figure. */
export function leaveCaption(state: EditorState, dispatch?: (transaction: Transaction) => void): boolean {
  const { $from } = state.selection;
  if ($from.parent.type !== caption || $from.node(-1).type !== figure) return false;
  const after = $from.after(-1);
  const tr = state.tr.insert(after, paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
}
