import { Fragment, type Node, type ResolvedPos, Slice } from "prosemirror-model";
import { ReplaceAroundStep } from "prosemirror-transform";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { type Part, partsOf } from "@/domain/document/parts";
import { readPart } from "@/domain/document/read";
import { schema } from "@/domain/document/schema";
import { newId } from "./new-id";

const { section, heading, paragraph } = schema.nodes;

/** The sections of a document without its front, in reading order. */
export function sectionsOf(document: Node): Part[] {
  return partsOf(document).filter(({ kind }) => kind === "section");
}

/** A new empty section behind the section or front `after` (null: at the end), with the cursor in its heading. */
export function addSection(state: EditorState, after: string | null): Transaction {
  const before = partsOf(state.doc).find(({ id }) => id === after);
  const at = before ? before.from + before.node.nodeSize : state.doc.content.size;
  const transaction = state.tr.insert(at, section.create({ id: newId() }, [heading.create(), paragraph.create()]));
  return transaction.setSelection(TextSelection.create(transaction.doc, at + 2)).scrollIntoView();
}

/** Moves a section so that it is the `toIndex`th of all (from 0); null where it stands there already or does not exist. */
export function moveSection(state: EditorState, id: string, toIndex: number): Transaction | null {
  const sections = sectionsOf(state.doc);
  const from = sections.findIndex((part) => part.id === id);
  const moved = sections[from];
  const target = Math.max(0, Math.min(sections.length - 1, toIndex));
  if (!moved || target === from) return null;
  const neighbour = sections[target];
  if (!neighbour) return null;
  const size = moved.node.nodeSize;
  const at = target < from ? neighbour.from : neighbour.from + neighbour.node.nodeSize - size;
  const transaction = state.tr.delete(moved.from, moved.from + size).insert(at, moved.node);
  // What is taken out comes back, so a cursor in the section goes along.
  transaction.mapping.setMirror(0, 1);
  return transaction;
}

/** Gives a section another heading; an empty one makes it an opening. Citations in the old heading go with it. */
export function renameSection(state: EditorState, id: string, text: string): Transaction | null {
  const part = sectionsOf(state.doc).find((candidate) => candidate.id === id);
  const old = part?.node.firstChild;
  const words = text.replace(/\s+/gu, " ").trim();
  if (!part || !old || old.textContent === words) return null;
  const start = part.from + 2;
  const renamed = words ? Fragment.from(schema.text(words)) : Fragment.empty;
  const same = old.content.findDiffStart(renamed);
  const end = old.content.findDiffEnd(renamed);
  if (same === null || !end) return null;
  // Only the letters that differ are replaced; where the two ends overlap ("aa" to "aaa") the overlap counts once.
  const overlap = Math.max(0, same - Math.min(end.a, end.b));
  return state.tr.replace(start + same, start + end.a + overlap, new Slice(renamed.cut(same, end.b + overlap), 0, 0));
}

/** Takes a section out of the document. */
export function deleteSection(state: EditorState, id: string): Transaction | null {
  const part = sectionsOf(state.doc).find((candidate) => candidate.id === id);
  return part ? state.tr.delete(part.from, part.from + part.node.nodeSize) : null;
}

/** Puts a deleted section back as the `index`th of all (from 0); null where its JSON is not a section. */
export function restoreSection(state: EditorState, json: unknown, index: number): Transaction | null {
  const read = readPart(json);
  if (!read.ok || read.value.type !== section) return null;
  const next = sectionsOf(state.doc)[Math.max(0, index)];
  const at = next ? next.from : state.doc.content.size;
  const transaction = state.tr.insert(at, read.value);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 2))).scrollIntoView();
}

/** Makes the block at a position the heading of a new section, which takes the blocks behind it along; false where it cannot. */
export function splitSection(transaction: Transaction, $at: ResolvedPos): boolean {
  if ($at.depth !== 2) return false;
  const parent = $at.node(1);
  const block = $at.parent;
  if (parent.type !== section || !block.isTextblock || block.type === heading || block.type.spec.code) return false;
  const from = $at.before(2);
  const to = $at.after(2);
  const head = $at.index(1) === 1 ? [paragraph.create()] : [];
  const tail = $at.index(1) === parent.childCount - 1 ? [paragraph.create()] : [];
  const content = Fragment.from([
    section.create(parent.attrs, head),
    section.create({ id: newId() }, [heading.create(), ...tail]),
  ]);
  // The words stay where they are and only what is around them changes, so that others may write in them meanwhile.
  const inside = 3 + (head[0]?.nodeSize ?? 0);
  transaction.step(new ReplaceAroundStep(from, to, from + 1, to - 1, new Slice(content, 1, 1), inside));
  const start = from + (head[0]?.nodeSize ?? 0) + 3;
  transaction.setSelection(TextSelection.create(transaction.doc, start + $at.parentOffset)).scrollIntoView();
  return true;
}
