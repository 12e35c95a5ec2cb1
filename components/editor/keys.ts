import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { NodeType } from "prosemirror-model";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command } from "prosemirror-state";
import { schema } from "@/domain/document/schema";
import { backspaceAtStart, backspaceOnChip, enterInFixedLine, selectPart } from "./edges";
import { leaveCaption } from "./figures";
import { splitSection } from "./sections";

const { nodes, marks } = schema;

/** What a key does that the editor itself cannot: it is for the screen around it. */
export type Outward = {
  insertCitation: () => void;
  link: () => void;
  picture: () => void;
  blocker: (way: 1 | -1) => void;
  open: () => boolean;
};

const newSection: Command = (state, dispatch) => {
  const { tr } = state;
  if (!splitSection(tr, state.selection.$from)) return false;
  dispatch?.(tr);
  return true;
};

/** Wraps the blocks at the cursor, or takes the wrapping off where they have it. */
function toggled(type: NodeType, wrap: Command, unwrap: Command): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection;
    const within = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type).includes(type);
    return (within ? unwrap : wrap)(state, dispatch, view);
  };
}

/** The kinds of block that the format bar and the keys Mod-Alt-1 to 6 offer, in that order. */
export const blocks: readonly { key: string; name: string; command: Command }[] = [
  {
    key: "Mod-Alt-1",
    name: "Paragraph",
    command: chainCommands(setBlockType(nodes.paragraph), liftListItem(nodes.listItem), lift),
  },
  { key: "Mod-Alt-2", name: "Subheading", command: setBlockType(nodes.subheading, { level: 3 }) },
  { key: "Mod-Alt-3", name: "Quote", command: toggled(nodes.blockquote, wrapIn(nodes.blockquote), lift) },
  {
    key: "Mod-Alt-4",
    name: "Bullet list",
    command: toggled(nodes.bulletList, wrapInList(nodes.bulletList), liftListItem(nodes.listItem)),
  },
  {
    key: "Mod-Alt-5",
    name: "Numbered list",
    command: toggled(nodes.orderedList, wrapInList(nodes.orderedList), liftListItem(nodes.listItem)),
  },
  { key: "Mod-Alt-6", name: "New section from here", command: newSection },
];

/** The keys of the manuscript; the base keymap of prosemirror-commands comes behind them. */
export function keys(outward: Outward): Record<string, Command> {
  const shout =
    (act: () => void): Command =>
    () => {
      act();
      return true;
    };
  return {
    ...Object.fromEntries(blocks.map(({ key, command }) => [key, command])),
    "Mod-b": toggleMark(marks.strong),
    "Mod-i": toggleMark(marks.em),
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    "Mod-k": shout(outward.link),
    "Mod-Alt-7": shout(outward.picture),
    "Mod-Shift-c": shout(outward.insertCitation),
    "Alt-ArrowDown": shout(() => outward.blocker(1)),
    "Alt-ArrowUp": shout(() => outward.blocker(-1)),
    "Mod-a": selectPart,
    Enter: chainCommands(() => outward.open(), leaveCaption, enterInFixedLine, splitListItem(nodes.listItem)),
    "Shift-Enter": chainCommands(exitCode, hardBreak),
    Backspace: chainCommands(backspaceOnChip, backspaceAtStart),
    "Mod-]": sinkListItem(nodes.listItem),
    "Mod-[": liftListItem(nodes.listItem),
  };
}

const hardBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.type.contentMatch.matchType(nodes.hardBreak)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create(), true).scrollIntoView());
  return true;
};
