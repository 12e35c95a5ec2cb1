import type { Mark, Node } from "prosemirror-model";
import { CitationItems } from "@/domain/document/attributes";
import type { CitationItem } from "@/domain/citation/item";
import { ArticleId, CitationId } from "@/domain/ids";
import { sentencesOf } from "./sentences";

/** A sentence of a text block, the number of citations that it rests on included: in it, or right after its stop. */
export type Sentence = { from: number; to: number; words: string; citations: number };

/** A text block of a part. Positions here count from the start of the part's content, so they survive moves of the part. */
export type TextBlock = {
  kind: string;
  node: Node;
  /** What a reader reads; `prose` is the same, of the same length, with code blanked out. */
  text: string;
  prose: string;
  sentences: readonly Sentence[];
  inQuotation: boolean;
  at: number;
};

type InText = { at: number; sentence: string };
export type CitationInText = InText & { id: CitationId; items: readonly CitationItem[]; marker: string | null };
export type PlaceholderInText = InText & { id: string; target: string; text: string };
export type ArticleLinkInText = InText & { article: ArticleId; text: string };

/** What the rules need to know of one part: its text blocks, citations, placeholders and links to articles of ours. */
export type PartText = {
  blocks: readonly TextBlock[];
  citations: readonly CitationInText[];
  placeholders: readonly PlaceholderInText[];
  articleLinks: readonly ArticleLinkInText[];
};

/**
 * Reads a part once; nodes never change, so an unchanged part costs nothing at the next keystroke.
 */
export function textOfPart(part: Node): PartText {
  const known = read.get(part);
  if (known) return known;
  const made = readPart(part);
  read.set(part, made);
  return made;
}

const read = new WeakMap<Node, PartText>();

function readPart(part: Node): PartText {
  const found: Collected = { blocks: [], citations: [], placeholders: [], articleLinks: [] };
  const walk = (node: Node, start: number, inQuotation: boolean): void =>
    node.forEach((child, offset) => {
      const quoted = inQuotation || child.type.name === "blockquote";
      if (child.type.name === "codeBlock") return;
      if (child.isTextblock) readBlock(child, start + offset + 1, quoted, found);
      else if (!child.isLeaf) walk(child, start + offset + 1, quoted);
    });
  walk(part, 0, false);
  return found;
}

type Collected = {
  blocks: TextBlock[];
  citations: CitationInText[];
  placeholders: PlaceholderInText[];
  articleLinks: ArticleLinkInText[];
};

function readBlock(node: Node, at: number, inQuotation: boolean, found: Collected): void {
  const { text, prose, offsets } = textOf(node);
  const sentences = sentencesOf(prose).map((span) => ({ ...span, words: wordsOf(text, span), citations: 0 }));
  found.blocks.push({ kind: node.type.name, node, text, prose, sentences, inQuotation, at });

  let link: { mark: Mark; entry: ArticleLinkInText } | null = null;
  node.forEach((child, offset, index) => {
    const here = sentenceAt(sentences, offsets[index] ?? 0);
    const place = { at: at + offset, sentence: here?.words ?? wordsOf(text, { from: 0, to: text.length }) };
    if (child.type.name === "citation") {
      if (here) here.citations++;
      const items = CitationItems.parse(child.attrs["items"]);
      found.citations.push({ ...place, id: CitationId.parse(child.attrs["id"]), items, marker: markerOf(child) });
    }
    if (child.type.name === "placeholderLink")
      found.placeholders.push({
        ...place,
        id: String(child.attrs["id"]),
        target: String(child.attrs["target"]),
        text: String(child.attrs["text"]),
      });
    const mark = child.marks.find(({ type }) => type.name === "articleLink");
    if (mark && link && mark.eq(link.mark)) link.entry.text += child.text ?? "";
    else if (mark) {
      const entry = { ...place, article: ArticleId.parse(mark.attrs["article"]), text: child.text ?? "" };
      found.articleLinks.push(entry);
      link = { mark, entry };
    } else link = null;
  });
}

function textOf(node: Node): { text: string; prose: string; offsets: number[] } {
  let text = "";
  let prose = "";
  const offsets: number[] = [];
  node.forEach((child) => {
    offsets.push(text.length);
    const visible = visibleText(child);
    text += visible;
    prose += child.marks.some(({ type }) => type.spec.code) ? " ".repeat(visible.length) : visible;
  });
  return { text, prose, offsets };
}

/** The sentence that a citation at `offset` belongs to: the one it is in, or the one whose stop it follows. */
function sentenceAt(sentences: Sentence[], offset: number): Sentence | undefined {
  return sentences.findLast(({ from }) => from < offset) ?? sentences[0];
}

/** The position in its part of the character at `offset` of a block's text. */
export function positionIn(block: TextBlock, offset: number): number {
  let seen = 0;
  let position = block.at;
  for (const child of block.node.children) {
    const length = visibleText(child).length;
    if (seen + length > offset) return position + (child.isText ? offset - seen : 0);
    seen += length;
    position += child.nodeSize;
  }
  return position;
}

const visibleText = (node: Node): string => node.text ?? node.type.spec.leafText?.(node) ?? "";
const wordsOf = (text: string, { from, to }: { from: number; to: number }): string =>
  text.slice(from, to).replace(/\s+/gu, " ").trim();
const markerOf = (node: Node): string | null => {
  const marker: unknown = node.attrs["marker"];
  return typeof marker === "string" ? marker : null;
};
