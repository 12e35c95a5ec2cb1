import type { Node } from "prosemirror-model";
import { SectionId } from "@/domain/ids";

/** One part of a document: the front at position 0, then the sections in their order. */
export type Part = {
  id: SectionId;
  kind: "front" | "section";
  position: number;
  /** The heading's text; null for the front and for a section without heading (an opening). */
  heading: string | null;
  node: Node;
  /** The ProseMirror position just before the part's node in its document. */
  from: number;
};

/** The parts of a document in reading order. */
export function partsOf(document: Node): Part[] {
  const parts: Part[] = [];
  document.forEach((node, from, position) => {
    parts.push({
      id: partId(node),
      kind: node.type.name === "front" ? "front" : "section",
      position,
      heading: headingOf(node),
      node,
      from,
    });
  });
  return parts;
}

/** The id of a front or section node. */
export function partId(node: Node): SectionId {
  return SectionId.parse(node.attrs["id"]);
}

/** Title, standfirst and byline as plain text, each trimmed. */
export function frontOf(document: Node): {
  title: string;
  standfirst: string;
  byline: string;
} {
  const front = document.firstChild;
  const text = (index: number) => front?.maybeChild(index)?.textContent.trim() ?? "";
  return { title: text(0), standfirst: text(1), byline: text(2) };
}

/** How many words a reader reads in a node, counted at white space; citations are none. */
export function wordsIn(node: Node): number {
  return node.textBetween(0, node.content.size, " ").split(/\s+/u).filter(Boolean).length;
}

function headingOf(node: Node): string | null {
  const heading = node.type.name === "section" ? node.firstChild?.textContent.trim() : "";
  return heading ? heading : null;
}
