import type { BlockContent, DefinitionContent, List, RootContent, Table, TableRow } from "mdast";
import { type Align, type Block, type Cell, type Inline, textInline } from "@/domain/importing/tree";
import { type Reading, readInlines } from "./markdown-inlines";
import { htmlWords } from "./html-words";

/** The blocks of Markdown's tree as blocks of ours; definitions and footnotes have been collected before. */
export function readBlocks(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  reading: Reading,
): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case "heading":
        return [{ kind: "heading", level: node.depth, inlines: readInlines(node.children, reading) }];
      case "paragraph":
        return [{ kind: "paragraph", inlines: readInlines(node.children, reading) }];
      case "blockquote":
        return [{ kind: "quote", blocks: readBlocks(node.children, reading) }];
      case "list":
        return [readList(node, reading)];
      case "code": {
        const text = reading.math.restore(node.value);
        if (node.meta)
          reading.lines.push({ what: "code note", text: node.meta, reason: "Code keeps its language only." });
        return [{ kind: "code", language: node.lang ?? null, text }];
      }
      case "table":
        return [readTable(node, reading)];
      case "thematicBreak":
        return [{ kind: "rule" }];
      case "html":
        return readHtml(reading.math.restore(node.value), reading);
      default:
        return [];
    }
  });
}

function readList(node: List, reading: Reading): Block {
  const items = node.children.map((item) => readBlocks(item.children, reading));
  return { kind: "list", start: node.ordered ? (node.start ?? 1) : null, items };
}

function readTable(node: Table, reading: Reading): Block {
  const [head, ...rows] = node.children;
  const cells = (row: TableRow): Cell[] =>
    row.children.map((cell, index) => ({
      align: alignOf(node.align?.[index]),
      inlines: readInlines(cell.children, reading),
    }));
  return { kind: "table", head: head ? cells(head) : [], rows: rows.map(cells) };
}

const alignOf = (align: Align | undefined): Align => align ?? null;

/** A block of HTML keeps its words, a paragraph each; its tags go to the ledger. */
function readHtml(html: string, reading: Reading): Block[] {
  const { paragraphs, hidden } = htmlWords(html);
  const reason =
    hidden && paragraphs.length === 0 ? "A reader would not have seen it." : "The words stay, the tags go.";
  reading.lines.push({ what: hidden ? "HTML comment or code" : "HTML", text: html, reason });
  return paragraphs.map((text): Block => {
    const inlines: Inline[] = [textInline(text)];
    return { kind: "paragraph", inlines };
  });
}
