import type { Node } from "prosemirror-model";
import { schema } from "./schema";

/** A document with a title and one empty section, as a new article begins. */
export function emptyDocument(title: string, ids: { front: string; section: string }): Node {
  const { doc, front, title: heading, standfirst, byline, section } = schema.nodes;
  const words = title.trim();
  return doc.create(null, [
    front.create({ id: ids.front }, [
      heading.create(null, words ? schema.text(words) : []),
      standfirst.create(),
      byline.create(),
    ]),
    section.create({ id: ids.section }, [schema.nodes.heading.create(), schema.nodes.paragraph.create()]),
  ]);
}
