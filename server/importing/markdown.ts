import type { Definition as MdastDefinition, FootnoteDefinition, Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { wordsOfBlocks } from "@/domain/importing/block-words";
import type { Definition, DraftTree, LedgerLine } from "@/domain/importing/tree";
import { takeFrontMatter } from "./front-matter";
import { readBlocks } from "./markdown-blocks";
import type { Reading } from "./markdown-inlines";
import { type HiddenMath, hideMath } from "./markdown-math";
import { itemsOfNote } from "./pandoc/notes";

const parser = unified().use(remarkParse).use(remarkGfm);
/** Pandoc strikes out with two tildes; with one it lowers. */
const paperParser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** Reads Markdown (CommonMark with GitHub's tables, strike-through, footnotes and addresses, and pandoc's mathematics). */
export function readMarkdown(text: string): DraftTree {
  const { body, named, lines } = takeFrontMatter(text);
  const math = hideMath(body);
  return treeOfMarkdown(math.text, { math, named, lines, elsewhere: null, warnings: [] });
}

/** What is known of a text before its Markdown is parsed; `elsewhere` is null where it was not read for keys. */
export type BeforeParsing = Pick<DraftTree, "named" | "elsewhere" | "warnings"> & {
  math: Pick<HiddenMath, "restore" | "inlines">;
  lines: LedgerLine[];
};

/** Parses Markdown in which mathematics, and what else Markdown must not see, has been hidden. */
export function treeOfMarkdown(text: string, { math, named, lines, elsewhere, warnings }: BeforeParsing): DraftTree {
  const isPaper = elsewhere !== null;
  const root: Root = (isPaper ? paperParser : parser).parse(text);
  const definitions = new Map<string, MdastDefinition>();
  const footnotes: FootnoteDefinition[] = [];
  collect(root, definitions, footnotes, (again) =>
    lines.push(definitionLine(again, math.restore, "It was defined before; the first one counts.")),
  );
  const reading: Reading = {
    lines,
    definitions,
    used: new Set(),
    numbered: new Map(),
    math,
    isPaper,
    citing: new Map(),
    source: text,
    parse: (part) => paperParser.parse(part),
  };
  const notes = footnotes.flatMap((note) => readNote(note, reading));
  const blocks = readBlocks(root.children, reading);
  for (const unused of [...unusedDefinitions(reading), ...unusedNotes(reading)]) lines.push(unused);
  const numbered = [...reading.numbered].map(([label, address]) => ({ label, text: address }));
  return { blocks, notes, numbered, named, elsewhere, lines, warnings };
}

/** A footnote is something to rest on; in a paper, one that cites is what stands where it is pointed at. */
function readNote(note: FootnoteDefinition, reading: Reading): Definition[] {
  const blocks = readBlocks(note.children, reading);
  const text = wordsOfBlocks(blocks);
  const items = reading.isPaper ? itemsOfNote(blocks) : [];
  if (items.length === 0) return [{ label: reading.math.restore(note.label ?? note.identifier), text }];
  if (!reading.citing.has(note.identifier)) reading.citing.set(note.identifier, { items, text, used: false });
  return [];
}

const unusedNotes = ({ citing }: Reading): LedgerLine[] =>
  [...citing.values()]
    .filter(({ used }) => !used)
    .map(({ text }) => ({ what: "footnote", text, reason: "Nothing in the text points at it." }));

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
