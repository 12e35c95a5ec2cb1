import type { Node } from "prosemirror-model";
import { type Command, NodeSelection, TextSelection } from "prosemirror-state";
import { schema } from "@/domain/document/schema";

const { title, standfirst, byline, claim, heading, paragraph, tableCell, tableHeader, hardBreak } = schema.nodes;
const fixed = new Set([title, standfirst, byline, claim, heading]);

/** Enter in a line that exists once (title, standfirst, byline, claim, heading) goes on to the next; in a heading it takes the words behind the cursor along. */
export const enterInFixedLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const { parent } = $from;
  if ((parent.type === tableCell || parent.type === tableHeader) && $from.sameParent($to)) {
    dispatch?.(state.tr.replaceSelectionWith(hardBreak.create(), true).scrollIntoView());
    return true;
  }
  if (!fixed.has(parent.type) || !$from.sameParent($to)) return false;
  if (parent.type === heading && $from.parentOffset > 0 && $to.parentOffset < parent.content.size) {
    const transaction = state.tr.deleteSelection().split($from.pos, 1, [{ type: paragraph }]);
    const start = TextSelection.create(transaction.doc, $from.pos + 2);
    dispatch?.(transaction.setSelection(start).scrollIntoView());
    return true;
  }
  const next = TextSelection.findFrom(state.doc.resolve($from.after()), 1, true);
  if (next) dispatch?.(state.tr.setSelection(next).scrollIntoView());
  return true;
};

/** Backspace behind a chip selects it first, so that a citation never goes by accident. */
export const backspaceOnChip: Command = (state, dispatch) => {
  const { selection } = state;
  const before = selection.empty ? selection.$from.nodeBefore : null;
  if (!before?.isAtom || !before.isInline || before.type === hardBreak) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, selection.from - before.nodeSize)));
  return true;
};

/** Backspace at the start of a line that exists once only steps back; the line and its part stay. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { selection } = state;
  const { $from } = selection;
  if (!selection.empty || $from.parentOffset > 0) return false;
  const onlyBlock = $from.depth === 2 && $from.index(1) === 1 && $from.node(1).childCount === 2;
  if (!fixed.has($from.parent.type) && !onlyBlock) return false;
  const back = TextSelection.findFrom(state.doc.resolve($from.before()), -1, true);
  if (back) dispatch?.(state.tr.setSelection(back).scrollIntoView());
  return true;
};

/** The first "select all" takes the part at the cursor; the second takes all of the text. */
export const selectPart: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection;
  const part = $from.depth > 0 ? textWithin(state.doc, $from.start(1), $from.end(1)) : null;
  const wider = part && (from > part.from || to < part.to) ? part : textWithin(state.doc, 0, state.doc.content.size);
  if (wider) dispatch?.(state.tr.setSelection(wider));
  return true;
};

function textWithin(document: Node, from: number, to: number): TextSelection | null {
  const start = TextSelection.findFrom(document.resolve(from), 1, true);
  const end = TextSelection.findFrom(document.resolve(to), -1, true);
  return start && end ? TextSelection.create(document, start.from, end.to) : null;
}
