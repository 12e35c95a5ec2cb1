import { type Command, NodeSelection, TextSelection } from "prosemirror-state";
import { schema } from "@/domain/document/schema";

const { title, standfirst, byline, heading, paragraph, tableCell, tableHeader, hardBreak } = schema.nodes;
const fixed = new Set([title, standfirst, byline, heading]);

/** Enter in a line that exists once (title, standfirst, byline, heading) goes on to the next; in a heading it takes the words behind the cursor along. */
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

/** The first "select all" takes the part at the cursor; the second (the default) takes everything. */
export const selectPart: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection;
  if ($from.depth < 1) return false;
  const start = TextSelection.findFrom(state.doc.resolve($from.start(1)), 1, true);
  const end = TextSelection.findFrom(state.doc.resolve($from.end(1)), -1, true);
  if (!start || !end || (from <= start.from && to >= end.to)) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, start.from, end.to)));
  return true;
};
