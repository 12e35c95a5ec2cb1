import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/**
 * Lets a key, a copy or a paste act on the selection that the person sees. A browser tells of a new selection a task
 * after it was made, so a key may come before the editor has heard of it, and would replace what was selected before.
 */
export function selectionFirst(): Plugin {
  // The editor reads the selection when it hears this event, whoever sends it; a selection that it knows changes nothing.
  // While a word is composed the input method has the selection, and the editor follows it by itself.
  const read = ({ dom, composing }: EditorView): false => {
    if (!composing) dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
    return false;
  };
  return new Plugin({ props: { handleDOMEvents: { keydown: read, copy: read, cut: read, paste: read } } });
}
