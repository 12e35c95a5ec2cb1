import type { Node } from "prosemirror-model";
import { schema } from "@/domain/document/schema";
import { readable } from "./clean";
import { cutTo } from "./cut";
import { buildLine, type Desk, forHeadings } from "./line-builder";
import type { Block, Cell } from "./tree";

/**
 * The nodes of blocks; a heading among them becomes a sub-heading, one rank below `top` of level 3 and all deeper ones
 * of level 4. Paragraphs without anything to read are left out.
 */
export function buildBlocks(blocks: readonly Block[], top: number, desk: Desk): Node[] {
  return blocks.flatMap((block) => buildBlock(block, top, desk));
}

/** As a schema position that wants at least one block needs them. */
export const orEmpty = (nodes: readonly Node[]): readonly Node[] =>
  nodes.length > 0 ? nodes : [schema.node("paragraph")];

function buildBlock(block: Block, top: number, desk: Desk): Node[] {
  switch (block.kind) {
    case "heading": {
      const words = buildLine(block.inlines, forHeadings(desk));
      return words.length > 0 ? [schema.node("subheading", { level: block.level <= top + 1 ? 3 : 4 }, words)] : [];
    }
    case "paragraph": {
      const words = buildLine(block.inlines, desk);
      return words.length > 0 ? [schema.node("paragraph", null, words)] : [];
    }
    case "quote":
      return [schema.node("blockquote", null, orEmpty(buildBlocks(block.blocks, top, desk)))];
    case "list":
      return block.items.length > 0 ? [buildList(block, top, desk)] : [];
    case "code":
      return [buildCode(block, desk)];
    case "table":
      return buildTable(block, desk);
    case "figure":
      return [buildFigure(block, desk)];
    case "rule":
      return [schema.node("horizontalRule")];
  }
}

function buildList(block: Extract<Block, { kind: "list" }>, top: number, desk: Desk): Node {
  const items = block.items.map((item) => {
    const nodes = orEmpty(buildBlocks(item, top, desk));
    const opens = nodes[0]?.type.name === "paragraph";
    return schema.node("listItem", null, opens ? nodes : [schema.node("paragraph"), ...nodes]);
  });
  if (block.start === null) return schema.node("bulletList", null, items);
  return schema.node("orderedList", { start: block.start <= 1_000_000 ? block.start : 1 }, items);
}

function buildCode({ language, text }: Extract<Block, { kind: "code" }>, desk: Desk): Node {
  const known = language !== null && language.length <= 40 ? language : null;
  if (language !== null && known === null)
    desk.lines.push({ what: "code language", text: language, reason: "Longer than the name of any language." });
  const code = readable(text);
  return schema.node("codeBlock", { language: known }, code === "" ? [] : [schema.text(code)]);
}

function buildFigure({ address, alt, caption }: Extract<Block, { kind: "figure" }>, desk: Desk): Node {
  const place = readable(address).trim();
  const kept = { address: cutTo(place, 2048) || null, alt: cutTo(readable(alt), 2000) };
  if (kept.alt !== readable(alt) || (kept.address ?? "") !== place)
    desk.lines.push({
      what: "image",
      text: `${alt} · ${address}`,
      reason: "Too long to be kept whole with its figure.",
    });
  return schema.node("figure", kept, [schema.node("caption", null, buildLine(caption, desk))]);
}

function buildTable({ head, rows, caption }: Extract<Block, { kind: "table" }>, desk: Desk): Node[] {
  const row = (type: "tableHeader" | "tableCell", cells: readonly Cell[]): Node[] =>
    cells.length === 0
      ? []
      : [
          schema.node(
            "tableRow",
            null,
            cells.map((cell) => schema.node(type, { align: cell.align }, buildLine(cell.inlines, desk))),
          ),
        ];
  const built = [...row("tableHeader", head), ...rows.flatMap((cells) => row("tableCell", cells))];
  const words = caption ? buildLine(caption, desk) : [];
  const above = words.length > 0 ? [schema.node("caption", null, words)] : [];
  return built.length > 0 ? [schema.node("table", null, [...above, ...built])] : paragraphOf(words);
}

const paragraphOf = (words: readonly Node[]): Node[] =>
  words.length > 0 ? [schema.node("paragraph", null, words)] : [];
