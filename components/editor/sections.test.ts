import { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import {
  addSection,
  deleteSection,
  moveSection,
  renameSection,
  restoreSection,
  sectionsOf,
  splitSection,
} from "./sections";
import { article, cite, id, paragraph, section } from "./testing/article";

const open = () =>
  EditorState.create({
    doc: article(
      section(2, "", paragraph("Opening.")),
      section(3, "Second", paragraph("One", cite(100, 901), "."), paragraph("Two.")),
      section(4, "Third"),
    ),
  });
const order = (state: EditorState) => sectionsOf(state.doc).map((part) => Number(part.id.slice(-3)));

test("a section moves to where it is dropped, in both directions", () => {
  const state = open();
  const down = moveSection(state, id(2), 2);
  const up = moveSection(state, id(4), 0);
  expect(down && order(state.apply(down))).toEqual([3, 4, 2]);
  expect(up && order(state.apply(up))).toEqual([4, 2, 3]);
  expect(moveSection(state, id(3), 1)).toBeNull();
});

test("a deleted section comes back as it was, at its place", () => {
  const state = open();
  const json = sectionsOf(state.doc)[1]?.node.toJSON();
  const deleted = deleteSection(state, id(3));
  const without = deleted && state.apply(deleted);
  const restored = without && restoreSection(without, json, 1);
  expect(restored?.doc.toJSON()).toEqual(state.doc.toJSON());
  expect(restoreSection(state, { type: "paragraph" }, 0)).toBeNull();
});

test("renaming changes the letters that differ, and an empty name makes an opening", () => {
  const state = open();
  const renamed = renameSection(state, id(3), "  Seconds   thoughts ");
  expect(renamed && sectionsOf(renamed.doc)[1]?.heading).toBe("Seconds thoughts");
  const added = headingEnd(state);
  expect(renamed?.mapping.map(added - 1)).toBe(added - 1);
  expect(renamed?.mapping.map(added, 1)).toBe(added + "s thoughts".length);
  const opening = renameSection(state, id(3), " ");
  expect(opening && sectionsOf(opening.doc)[1]?.heading).toBeNull();
  expect(renameSection(state, id(3), "Second")).toBeNull();
});

test("a name in which letters repeat is still exactly the new one", () => {
  const doc = article(section(2, "aa"));
  for (const name of ["aaa", "a", "aaaa", "aba"]) {
    const renamed = renameSection(EditorState.create({ doc }), id(2), name);
    expect(renamed && sectionsOf(renamed.doc)[0]?.heading).toBe(name);
  }
});

test("a paragraph becomes the heading of a new section and takes the rest along", () => {
  const state = open();
  const second = sectionsOf(state.doc)[1];
  const transaction = state.tr;
  const at = (second?.from ?? 0) + 2 + (second?.node.child(0).nodeSize ?? 0) + (second?.node.child(1).nodeSize ?? 0);
  expect(splitSection(transaction, transaction.doc.resolve(at))).toBe(true);
  expect(sectionsOf(transaction.doc).map(({ heading }) => heading)).toEqual([null, "Second", "Two.", "Third"]);
  expect(whyInvalid(transaction.doc)).toBeNull();
  expect(transaction.selection.$from.parent.textContent).toBe("Two.");
});

test("splitting at the only block leaves both sections whole", () => {
  const state = open();
  const transaction = state.tr;
  const first = sectionsOf(state.doc)[0];
  expect(splitSection(transaction, transaction.doc.resolve((first?.from ?? 0) + 6))).toBe(true);
  expect(whyInvalid(transaction.doc)).toBeNull();
  expect(sectionsOf(transaction.doc)).toHaveLength(4);
});

test("a new section stands behind the one that it was asked for, with the cursor in its heading", () => {
  const transaction = addSection(open(), id(3));
  expect(sectionsOf(transaction.doc).map(({ heading }) => heading)).toEqual([null, "Second", null, "Third"]);
  expect(transaction.selection.$from.parent.type.name).toBe("heading");
});

const headingEnd = (state: EditorState): number => (sectionsOf(state.doc)[1]?.from ?? 0) + 2 + "Second".length;
