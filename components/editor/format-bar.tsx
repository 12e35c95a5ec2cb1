"use client";

import { Group, ToggleButton, Toolbar } from "react-aria-components";
import {
  Bold,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Pilcrow,
  Quote,
  Redo2,
  Rows2,
  Undo2,
} from "lucide-react";
import { toggleMark } from "prosemirror-commands";
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import { schema } from "@/domain/document/schema";
import { blocks } from "./keys";

type Props = {
  state: EditorState;
  run: (command: Command) => void;
  onLink: () => void;
  onPicture: () => void;
  onInsertCitation: () => void;
};

const icons: Record<string, LucideIcon> = {
  Paragraph: Pilcrow,
  Subheading: Heading3,
  Quote,
  "Bullet list": List,
  "Numbered list": ListOrdered,
  "New section from here": Rows2,
};

/** The tools of the text, one row at its head; arrow keys go along it, as in any toolbar (ARIA practices). */
export function FormatBar({ state, run, onLink, onPicture, onInsertCitation }: Props) {
  const mark = (name: "strong" | "em") => ({
    on: hasMark(state, name),
    act: () => run(toggleMark(schema.marks[name])),
  });
  return (
    <Toolbar aria-label="Format" className="format-bar">
      <Group aria-label="Emphasis">
        <Tool name="Bold" keys="Ctrl B" icon={Bold} {...mark("strong")} />
        <Tool name="Italic" keys="Ctrl I" icon={Italic} {...mark("em")} />
        <Tool name="Link" keys="Ctrl K" icon={Link} act={onLink} />
      </Group>
      <Group aria-label="Blocks">
        {blocks.map(({ name, command, key }) => (
          <Tool
            key={name}
            name={name}
            keys={key.replace("Mod-Alt-", "Ctrl Alt ")}
            icon={icons[name] ?? Pilcrow}
            on={blockAt(state) === name}
            act={() => run(command)}
            disabled={!command(state)}
          />
        ))}
        <Tool name="Picture" keys="Ctrl Alt 7" icon={Image} act={onPicture} />
      </Group>
      <Group aria-label="History">
        <Tool name="Undo" keys="Ctrl Z" icon={Undo2} act={() => run(undo)} disabled={undoDepth(state) === 0} />
        <Tool name="Redo" keys="Ctrl Shift Z" icon={Redo2} act={() => run(redo)} disabled={redoDepth(state) === 0} />
      </Group>
      <ToggleButton
        className="cite-tool"
        isSelected={false}
        onPress={onInsertCitation}
        aria-keyshortcuts="Control+Shift+C"
      >
        Cite
      </ToggleButton>
    </Toolbar>
  );
}

type ToolProps = { name: string; keys: string; icon: LucideIcon; act: () => void; on?: boolean; disabled?: boolean };

/** A tool that can be on is a toggle; one that is not allowed here stays reachable and says so by its look. */
function Tool({ name, keys, icon: Icon, act, on = false, disabled = false }: ToolProps) {
  return (
    <ToggleButton
      aria-label={name}
      isSelected={on}
      isDisabled={disabled && !on}
      onPress={act}
      className="tool"
      render={(props) => <button {...props} title={`${name} (${keys})`} />}
    >
      <Icon size={16} aria-hidden />
    </ToggleButton>
  );
}

function hasMark({ selection, storedMarks, doc }: EditorState, name: "strong" | "em"): boolean {
  const type = schema.marks[name];
  if (selection.empty) return Boolean(type.isInSet(storedMarks ?? selection.$from.marks()));
  return doc.rangeHasMark(selection.from, selection.to, type);
}

function blockAt({ selection: { $from } }: EditorState): string | null {
  const { subheading, blockquote, bulletList, orderedList, paragraph } = schema.nodes;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === subheading) return "Subheading";
    if (type === blockquote) return "Quote";
    if (type === bulletList) return "Bullet list";
    if (type === orderedList) return "Numbered list";
  }
  return $from.parent.type === paragraph ? "Paragraph" : null;
}
