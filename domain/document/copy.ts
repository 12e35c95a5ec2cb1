import type { Node } from "prosemirror-model";
import type { ReferenceId } from "@/domain/ids";
import { CitationItems } from "./attributes";

/**
 * The same text for another article: every part, citation and placeholder under an id of its own, every citation on that
 * article's own references. An item whose reference it has not (`referenceFor` answers null) is a hole there.
 */
export function copyOf(node: Node, newId: () => string, referenceFor: (id: ReferenceId) => ReferenceId | null): Node {
  if (node.isText) return node;
  const attrs: Record<string, unknown> = { ...node.attrs };
  if ("id" in attrs) attrs["id"] = newId();
  if (node.type.name === "citation")
    attrs["items"] = CitationItems.parse(attrs["items"]).map((item) => ({
      ...item,
      reference: item.reference && referenceFor(item.reference),
    }));
  const content = node.children.map((child) => copyOf(child, newId, referenceFor));
  return node.type.create(attrs, content, node.marks);
}
