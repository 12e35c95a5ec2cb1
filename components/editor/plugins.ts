import { baseKeymap } from "prosemirror-commands";
import { collab } from "prosemirror-collab";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { bringing } from "./bringing";
import { typedSigns } from "./input-rules";
import { type Outward, keys } from "./keys";
import { selectionFirst } from "./selection-first";
import { sights } from "./sights";
import { uniqueIds } from "./unique-ids";

/** The state of a manuscript that stands at `stepCount` steps; its unsaved steps are `clientId`'s. */
export function manuscriptState(document: Node, stepCount: number, clientId: string, outward: Outward): EditorState {
  return EditorState.create({
    doc: document,
    plugins: [
      selectionFirst(),
      typedSigns(),
      keymap(keys(outward)),
      keymap(baseKeymap),
      history({ newGroupDelay: 600 }),
      collab({ version: stepCount, clientID: clientId }),
      uniqueIds(),
      sights(),
      bringing(),
      gapCursor(),
      dropCursor({ color: "var(--accent)", width: 2 }),
    ],
  });
}
