import type { Node } from "prosemirror-model";
import type { Transform } from "prosemirror-transform";
import { itemOf } from "@/domain/citation/item";
import { partsOf } from "@/domain/document/parts";
import { schema } from "@/domain/document/schema";
import type { ArticleId, ReferenceId } from "@/domain/ids";
import { newId } from "@/server/db/ids";
import { citation, endOf, section } from "@/server/testing/drafts";
import { type Dice, pick } from "./world";

/** What an edit may draw on besides the text: the article's list, other articles, sections that were deleted before. */
export type Around = {
  references: ReferenceId[];
  articles: ArticleId[];
  deleted: Node[];
  words: string;
};

/** Changes the text in some way, or leaves it where there is nothing to do it to. */
export type Edit = (change: Transform, dice: Dice, around: Around) => unknown;

/** Everything that a person does to a text, by name. */
export const edits: Record<string, Edit> = {
  writes: (change, { a }, { words }) => insert(change, a, schema.text(` ${words}`)),
  "changes the front": (change, { a }, { words }) =>
    change.insert(endOf(change.doc, 0, a % 3), schema.text(` ${words}`)),
  strikes: (change, { a, b }) => {
    const block = pick(blocksOf(change.doc), a);
    if (block && block.to > block.from + 1) change.delete(block.from + (b % (block.to - block.from)), block.to);
  },
  cites: (change, { a, b }, { references }) => insert(change, a, citation(pick(references, b) ?? null)),
  "leaves a hole": (change, { a }) => insert(change, a, citation(null)),
  "leaves a placeholder": (change, { a }, { words }) =>
    insert(change, a, schema.nodes.placeholderLink.create({ id: newId(), target: words, text: words })),
  binds: (change, _, { references }) => mendHoles(change, references, 1),
  "binds all": (change, _, { references }) => mendHoles(change, references, 1000),
  links: (change, { a, b }, { articles }) => {
    const block = pick(blocksOf(change.doc), a);
    const article = pick(articles, b);
    if (block && article && block.to > block.from)
      change.addMark(block.from, block.to, schema.marks.articleLink.create({ article }));
  },
  unlinks: (change) => change.removeMark(0, change.doc.content.size, schema.marks.articleLink),
  "adds a section": (change, { a, b }, { words, references }) => {
    const reference = pick(references, b);
    const inlines = [schema.text(words), ...(reference ? [citation(reference)] : []), schema.text(".")];
    change.insert(gapIn(change.doc, a), section(words, inlines));
  },
  "deletes a section": (change, { a }) => {
    const part = pick(partsOf(change.doc).slice(1), a);
    if (part) change.delete(part.from, part.from + part.node.nodeSize);
  },
  "moves a section": (change, { a, b }) => {
    const part = pick(partsOf(change.doc).slice(1), a);
    if (!part) return;
    change.delete(part.from, part.from + part.node.nodeSize);
    change.insert(gapIn(change.doc, b), part.node);
  },
  "brings a section back": (change, { a, b }, { deleted }) => {
    const node = pick(deleted, b);
    if (node) change.insert(gapIn(change.doc, a), node);
  },
};

/** Whether a node is a citation that rests on nothing, or a placeholder link. */
export const isHole = (node: Node): boolean =>
  node.type.name === "placeholderLink" ||
  (node.type.name === "citation" && JSON.stringify(node.attrs["items"]).search(/^\[\]|"reference":null/) >= 0);

/** Gives holes what they lack: a reference where the list has one, else they are struck. From the end, so places stay. */
function mendHoles(change: Transform, references: ReferenceId[], most: number): void {
  const holes: { node: Node; at: number }[] = [];
  change.doc.descendants((node, at) => void (isHole(node) && holes.unshift({ node, at })));
  for (const { node, at } of holes.slice(0, most)) {
    const reference = pick(references, at);
    if (node.type.name === "citation" && reference) change.setNodeAttribute(at, "items", [itemOf(reference)]);
    else change.delete(at, at + node.nodeSize);
  }
}

function insert(change: Transform, die: number, node: Node): void {
  const block = pick(blocksOf(change.doc), die);
  if (block) change.insert(block.to, node);
}

/** The paragraphs of a text, by where their content begins and ends. */
function blocksOf(document: Node): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  document.descendants((node, at) => {
    if (node.type.name === "paragraph") found.push({ from: at + 1, to: at + 1 + node.content.size });
  });
  return found;
}

/** A place between sections, behind the front. */
function gapIn(document: Node, die: number): number {
  const gaps = partsOf(document).map((part) => part.from + part.node.nodeSize);
  return pick(gaps, die) ?? document.content.size;
}
