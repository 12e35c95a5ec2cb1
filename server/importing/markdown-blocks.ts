import type { BlockContent, DefinitionContent, List, Paragraph, RootContent, Table, TableRow } from "mdast";
import { type Align, type Block, type Cell, textInline } from "@/domain/importing/tree";
import { type Reading, readInlines } from "./markdown-inlines";
import { htmlWords } from "./html-words";
import { readFigure } from "./markdown-figure";
import { withCaptions } from "./pandoc/captions";

/** The blocks of Markdown's tree as blocks of ours; definitions and footnotes have been collected before. */
export function readBlocks(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  reading: Reading,
): Block[] {
  const blocks = nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case "heading":
        return [{ kind: "heading", level: node.depth, inlines: readInlines(node.children, reading) }];
      case "paragraph":
        return [readFigure(node, reading) ?? readParagraph(node, reading)];
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
        return readHtml(node.value, reading);
      default:
        return [];
    }
  });
  return reading.isPaper ? withCaptions(blocks) : blocks;
}

/** A paragraph; one that is nothing but an environment of TeX ("table", "figure") is kept as its code. */
function readParagraph({ children }: Paragraph, reading: Reading): Block {
  const inlines = readInlines(children, reading);
  const [only] = inlines;
  if (!reading.isPaper || inlines.length !== 1 || only?.kind !== "verbatim") return { kind: "paragraph", inlines };
  const name = /^\\begin\{([a-z]+)\*?\}/iu.exec(only.text)?.[1];
  if (name === undefined || mathematics.has(name)) return { kind: "paragraph", inlines };
  reading.lines.push({ what: "TeX", text: only.text, reason: "It is not set; it stands in the text as its code." });
  return { kind: "code", language: "latex", text: only.text };
}

const mathematics = new Set(
  "math displaymath equation align alignat flalign gather multline eqnarray cases array".split(" "),
);

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
function readHtml(written: string, reading: Reading): Block[] {
  const { restore, inlines } = reading.math;
  const { paragraphs, hidden } = htmlWords(reading.isPaper ? written : restore(written));
  const reason =
    hidden && paragraphs.length === 0 ? "A reader would not have seen it." : "The words stay, the tags go.";
  reading.lines.push({ what: hidden ? "HTML comment or code" : "HTML", text: restore(written), reason });
  return paragraphs.map((text) => ({
    kind: "paragraph",
    inlines: reading.isPaper ? inlines(text, []) : [textInline(text)],
  }));
}
