import { Fragment, type Node } from "prosemirror-model";
import { schema } from "@/domain/document/schema";
import { buildBlocks, orEmpty } from "./block-builder";
import type { WithoutFront } from "./front";
import { buildLine, type Desk, forHeadings } from "./line-builder";
import type { Block, Inline } from "./tree";

/** The document of a draft: its front, an opening where text comes before the first heading, and a section a heading. */
export function buildDocument(front: WithoutFront, desk: Desk): Node {
  const built = buildFront(front, desk);
  return schema.node("doc", null, [built, ...buildSections(front.blocks, desk)]);
}

function buildFront({ title, standfirst, byline }: WithoutFront, desk: Desk): Node {
  const named = wordsAndMarkers(buildLine(title, forHeadings(desk)));
  const below = buildLine(standfirst, desk);
  const signed = wordsAndMarkers(buildLine(byline, forHeadings(desk)));
  const moved = [...named.markers, ...signed.markers];
  for (const marker of moved)
    desk.lines.push({
      what: "marker in the front",
      text: String(marker.attrs["marker"] ?? ""),
      reason: "A title and a byline hold words only; it stands at the end of the standfirst.",
    });
  return schema.node("front", { id: desk.newId() }, [
    schema.node("title", null, named.words),
    schema.node("standfirst", null, Fragment.from([...below, ...moved])),
    schema.node("byline", null, signed.words),
  ]);
}

/** Words without marks, and apart from them the nodes that are no words. */
function wordsAndMarkers(nodes: readonly Node[]): { words: Node[]; markers: Node[] } {
  const markers = nodes.filter((node) => node.type.name === "citation" || node.type.name === "placeholderLink");
  const text = nodes
    .map((node) => node.text ?? (node.type.name === "hardBreak" ? " " : ""))
    .join("")
    .replace(/ {2,}/gu, " ")
    .trim();
  return { words: text === "" ? [] : [schema.text(text)], markers };
}

function buildSections(blocks: readonly Block[], desk: Desk): Node[] {
  const top = blocks.reduce((least, block) => (block.kind === "heading" ? Math.min(least, block.level) : least), 6);
  const sections: { heading: readonly Inline[] | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level <= top) sections.push({ heading: block.inlines, blocks: [] });
    else {
      if (sections.length === 0) sections.push({ heading: null, blocks: [] });
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections.flatMap(({ heading, blocks: own }) => {
    const words = heading ? buildLine(heading, forHeadings(desk)) : [];
    const nodes = buildBlocks(own, top, desk);
    if (words.length === 0 && nodes.length === 0) return [];
    return [schema.node("section", { id: desk.newId() }, [schema.node("heading", null, words), ...orEmpty(nodes)])];
  });
}
