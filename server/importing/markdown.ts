import type { Definition as MdastDefinition, FootnoteDefinition, Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type Block, type Definition, type DraftTree, type LedgerLine, wordsOf } from "@/domain/importing/tree";
import { takeFrontMatter } from "./front-matter";
import { readBlocks } from "./markdown-blocks";
import type { Reading } from "./markdown-inlines";
import { hideMath } from "./markdown-math";

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads Markdown (CommonMark with GitHub's tables, strike-through, footnotes and addresses, and pandoc's mathematics). */
export function readMarkdown(text: string): DraftTree {
  const { body, named, lines } = takeFrontMatter(text);
  const math = hideMath(body);
  const root: Root = parser.parse(math.text);
  const definitions = new Map<string, MdastDefinition>();
  const footnotes: FootnoteDefinition[] = [];
  collect(root, definitions, footnotes);
  const reading: Reading = { lines, definitions, used: new Set(), numbered: new Map(), math };
  const blocks = readBlocks(root.children, reading);
  const notes = footnotes.map((note): Definition => {
    const words = wordsOfBlocks(readBlocks(note.children, reading));
    return { label: math.restore(note.label ?? note.identifier), text: words };
  });
  lines.push(...unusedDefinitions(reading));
  const numbered = [...reading.numbered].map(([label, address]) => ({ label, text: address }));
  return { blocks, notes, numbered, named, lines, warnings: [] };
}

function collect(node: Nodes, definitions: Map<string, MdastDefinition>, footnotes: FootnoteDefinition[]): void {
  if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  if (node.type === "footnoteDefinition") footnotes.push(node);
  if ("children" in node) for (const child of node.children) collect(child, definitions, footnotes);
}

function unusedDefinitions({ definitions, used, math }: Reading): LedgerLine[] {
  return [...definitions.values()]
    .filter(({ identifier }) => !used.has(identifier))
    .map(({ label, identifier, url, title }) => ({
      what: "link definition",
      text: math.restore(`[${label ?? identifier}]: ${url} ${title ?? ""}`.trim()),
      reason: "Nothing in the text used it.",
    }));
}

/** The words of blocks in one line, for a note of several paragraphs. */
function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(wordsOfBlock).filter(Boolean).join(" ");
}

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return wordsOf(block.inlines);
    case "quote":
      return wordsOfBlocks(block.blocks);
    case "list":
      return block.items.map(wordsOfBlocks).join(" · ");
    case "code":
      return block.text;
    case "table":
      return [block.head, ...block.rows].flatMap((row) => row.map((cell) => wordsOf(cell.inlines))).join(" · ");
    case "rule":
      return "";
  }
}
