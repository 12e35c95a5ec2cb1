import { Schema } from "prosemirror-model";
import { marks } from "./marks";
import { nodes } from "./nodes";

/**
 * The one document schema of editor, server, renderer and exporters. It says nothing of how nodes look: the editor
 * adds `toDOM`/`parseDOM` in `components/editor`, the page is drawn by `reader/`.
 */
export const schema = new Schema({ nodes, marks });
