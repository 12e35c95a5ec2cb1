import type { Mark, Node } from "prosemirror-model";
import type { CitationItem } from "@/domain/citation/item";
import type { ArticleId, CitationId } from "@/domain/ids";
import { sentencesOf } from "./sentences";

/** A sentence of a text block, with the number of citations that it rests on: in it, or right after its stop. */
export type Sentence = { from: number; to: number; citations: number };

/** A text block of a part. Positions here count from the start of the part's content, so they survive moves of the part. */
export type TextBlock = {
  kind: string;
  node: Node;
  /** What a reader reads; `prose` is the same, of the same length, with code blanked out. */
  text: string;
  prose: string;
  sentences: readonly Sentence[];
  /** Where each child starts: in the text and, in ProseMirror's count, in the block. */
  children: readonly { text: number; offset: number; isText: boolean }[];
  /** The quotation that the block is part of, if it is part of one that stands on its own. */
  quotation: Node | null;
  at: number;
};

/** Something within a text block, and the sentence that it belongs to; null in a block without words. */
type InText = { at: number; block: TextBlock; sentence: Sentence | null };
export type CitationInText = InText & { id: CitationId; items: readonly CitationItem[]; marker: string | null };
export type PlaceholderInText = InText & { id: string; target: string };
export type ArticleLinkInText = InText & { article: ArticleId; text: string };
/** A figure, and its caption's words. */
export type FigureInText = { at: number; node: Node; caption: string };

/** What the rules need to know of one part: its text blocks, citations, placeholders and links to articles of ours. */
export type PartText = {
  blocks: readonly TextBlock[];
  figures: readonly FigureInText[];
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
  const found: Collected = { blocks: [], figures: [], citations: [], placeholders: [], articleLinks: [] };
  const walk = (node: Node, start: number, quotation: Node | null): void =>
    node.forEach((child, offset) => {
      const quoted = quotation ?? (child.type.name === "blockquote" ? child : null);
      if (child.type.name === "codeBlock") return;
      if (child.type.name === "figure")
        found.figures.push({ at: start + offset, node: child, caption: captionOf(child) });
      if (child.isTextblock) readBlock(child, start + offset + 1, quoted, found);
      else if (!child.isLeaf) walk(child, start + offset + 1, quoted);
    });
  walk(part, 0, null);
  return found;
}

type Collected = {
  blocks: TextBlock[];
  figures: FigureInText[];
  citations: CitationInText[];
  placeholders: PlaceholderInText[];
  articleLinks: ArticleLinkInText[];
};

function readBlock(node: Node, at: number, quotation: Node | null, found: Collected): void {
  const { text, prose, children } = textOf(node);
  const sentences: Sentence[] = sentencesOf(prose).map(({ from, to }) => ({ from, to, citations: 0 }));
  const block: TextBlock = { kind: node.type.name, node, text, prose, sentences, children, quotation, at };
  found.blocks.push(block);

  let link: { mark: Mark; entry: ArticleLinkInText } | null = null;
  node.forEach((child, offset, index) => {
    const mark = child.marks.length > 0 ? child.marks.find(({ type }) => type.name === "articleLink") : undefined;
    if (child.isText && !mark) {
      link = null;
      return;
    }
    const sentence = sentenceAt(sentences, children[index]?.text ?? 0);
    const place: InText = { at: at + offset, block, sentence };
    if (child.type.name === "citation") {
      if (sentence) sentence.citations++;
      found.citations.push(citationFrom(child, place));
    }
    if (child.type.name === "placeholderLink")
      found.placeholders.push({ ...place, id: String(child.attrs["id"]), target: String(child.attrs["target"]) });
    if (mark && link && mark.eq(link.mark)) link.entry.text += child.text ?? "";
    else if (mark) {
      const entry = { ...place, article: articleOf(mark), text: child.text ?? "" };
      found.articleLinks.push(entry);
      link = { mark, entry };
    } else link = null;
  });
}

/** The attributes were checked where the document was read or stepped, so they are not parsed again at every keystroke. */
function citationFrom({ attrs }: Node, { at, block, sentence }: InText): CitationInText {
  return { id: attrs["id"], items: attrs["items"], marker: attrs["marker"], at, block, sentence };
}

function articleOf({ attrs }: Mark): ArticleId {
  return attrs["article"];
}

const captionOf = (figure: Node): string => figure.textContent.replace(/\s+/gu, " ").trim();

function textOf(node: Node): { text: string; prose: string; children: TextBlock["children"] } {
  let text = "";
  let prose = "";
  const children: TextBlock["children"][number][] = [];
  node.forEach((child, offset) => {
    children.push({ text: text.length, offset, isText: child.isText });
    const visible = visibleText(child);
    text += visible;
    prose += child.marks.length > 0 && isCode(child) ? " ".repeat(visible.length) : visible;
  });
  return { text, prose, children };
}

/** The sentence that something at `offset` belongs to: the one it is in, or the one whose stop it follows. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | null {
  return sentences[Math.max(0, countBefore(sentences.length, (at) => (sentences[at]?.from ?? 0) < offset) - 1)] ?? null;
}

/** How many of the first `length` entries fulfil a condition that holds up to some point and then never again. */
function countBefore(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of the sentence that something stands in, or of its whole block where there is no sentence. */
export function excerptOf({ block, sentence }: { block: TextBlock; sentence: Sentence | null }): string {
  const words = sentence ? block.text.slice(sentence.from, sentence.to) : block.text;
  return words.replace(/\s+/gu, " ").trim();
}

/** The position of the character at `offset` of a block's text, counted as the block's own position is. */
export function positionIn({ at, children }: TextBlock, offset: number): number {
  const child = children[countBefore(children.length, (index) => (children[index]?.text ?? 0) <= offset) - 1];
  return at + (child ? child.offset + (child.isText ? offset - child.text : 0) : 0);
}

const isCode = (node: Node): boolean => node.marks.some(({ type }) => type.spec.code);
const visibleText = (node: Node): string => node.text ?? node.type.spec.leafText?.(node) ?? "";
