import { type EditorState, NodeSelection } from "prosemirror-state";
import { partsOf } from "@/domain/document/parts";
import { schema } from "@/domain/document/schema";
import type { Selected } from "./handle";
import { quoteAt } from "./quote";

/** What is selected in a state, in the words of the screen around it. */
export function selectedIn(state: EditorState, opened: boolean): Selected {
  const { selection, doc } = state;
  const { from, to } = selection;
  const parts = partsOf(doc);
  const section = (parts.findLast((part) => part.from <= from) ?? parts[0])?.id ?? "";
  if (selection instanceof NodeSelection) {
    const id = String(selection.node.attrs["id"]);
    if (selection.node.type === schema.nodes.citation) return { kind: "citation", citation: id, section, opened };
    if (selection.node.type === schema.nodes.placeholderLink)
      return { kind: "placeholder", placeholder: id, section, opened };
  }
  return { kind: "text", section, quote: from === to ? null : quoteAt(doc, from, to), opened };
}
