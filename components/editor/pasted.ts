import { Fragment, type Node, Slice } from "prosemirror-model";
import { CitationItem } from "@/domain/citation/item";
import { schema } from "@/domain/document/schema";
import { newId } from "./new-id";

const { front, section, citation, paragraph } = schema.nodes;

/**
 * What is pasted, made this article's own: sections from elsewhere get new ids, a front becomes paragraphs, and citations
 * of sources that are not in this article's list become holes that say so. `copiedHere` holds the section ids that were
 * copied or cut in this very text, which may come back as they were.
 */
export function madeOurs(slice: Slice, copiedHere: ReadonlySet<string>, references: ReadonlySet<string>): Slice {
  const own = (node: Node): Node => {
    const content = mapped(node.content, own);
    if (node.type === section && !copiedHere.has(node.attrs["id"]))
      return section.create({ id: newId() }, content, node.marks);
    if (node.type === citation)
      return citation.create({ ...node.attrs, items: itemsHere(node, references) }, null, node.marks);
    return node.isText ? node : node.copy(content);
  };
  const content = mapped(slice.content, own);
  if (content.firstChild?.type !== front) return new Slice(content, slice.openStart, slice.openEnd);
  const lines: Node[] = [];
  content.forEach((node) => {
    if (node.type === front) node.forEach((line) => lines.push(paragraph.create(null, line.content)));
    else if (node.type === section) node.forEach((block) => lines.push(asBlock(block)));
    else lines.push(node);
  });
  return Slice.maxOpen(Fragment.from(lines.filter((line) => line.content.size > 0)), false);
}

/** The ids of the sections in what is copied. */
export function sectionIdsIn(slice: Slice): string[] {
  const ids: string[] = [];
  slice.content.descendants((node) => {
    if (node.type === section) ids.push(String(node.attrs["id"]));
    return node.type === section;
  });
  return ids;
}

function itemsHere(node: Node, references: ReadonlySet<string>): CitationItem[] {
  return CitationItem.array()
    .parse(node.attrs["items"])
    .map((item) =>
      item.reference === null || references.has(item.reference)
        ? item
        : { ...item, reference: null, key: item.key ?? "another article’s source" },
    );
}

function asBlock(node: Node): Node {
  return node.type === schema.nodes.heading ? schema.nodes.subheading.create({ level: 3 }, node.content) : node;
}

function mapped(content: Fragment, change: (node: Node) => Node): Fragment {
  return Fragment.from(content.content.map(change));
}
