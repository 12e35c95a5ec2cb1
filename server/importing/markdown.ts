import type { Definition as MdastDefinition, FootnoteDefinition, Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { wordsOfBlocks } from "@/domain/importing/block-words";
import type { Definition, DraftTree, LedgerLine } from "@/domain/importing/tree";
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
  collect(root, definitions, footnotes, (again) =>
    lines.push(definitionLine(again, math.restore, "It was defined before; the first one counts.")),
  );
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

function collect(
  node: Nodes,
  definitions: Map<string, MdastDefinition>,
  footnotes: FootnoteDefinition[],
  repeated: (node: MdastDefinition) => void,
): void {
  if (node.type === "definition" && definitions.has(node.identifier)) repeated(node);
  else if (node.type === "definition") definitions.set(node.identifier, node);
  if (node.type === "footnoteDefinition") footnotes.push(node);
  if ("children" in node) for (const child of node.children) collect(child, definitions, footnotes, repeated);
}

function unusedDefinitions({ definitions, used, math }: Reading): LedgerLine[] {
  return [...definitions.values()]
    .filter(({ identifier }) => !used.has(identifier))
    .map((definition) => definitionLine(definition, math.restore, "Nothing in the text used it."));
}

function definitionLine(node: MdastDefinition, restore: (text: string) => string, reason: string): LedgerLine {
  const text = restore(`[${node.label ?? node.identifier}]: ${node.url} ${node.title ?? ""}`.trim());
  return { what: "link definition", text, reason };
}
