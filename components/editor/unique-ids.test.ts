import { AllSelection, EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { partsOf } from "@/domain/document/parts";
import { newId } from "./new-id";
import { article, cite, id, paragraph, section } from "./testing/article";
import { uniqueIds } from "./unique-ids";

const open = () =>
  EditorState.create({
    doc: article(section(2, "First", paragraph("Words", cite(100, 901), ".")), section(3, "Second")),
    plugins: [uniqueIds()],
  });

test("a section that is pasted before itself gets new ids inside, and the old one keeps its own", () => {
  const state = open();
  const [front, first] = partsOf(state.doc);
  if (!front || !first) throw new Error("the article has a first section");
  const after = state.apply(state.tr.insert(first.from, first.node));
  expect(whyInvalid(after.doc)).toBeNull();
  expect(partsOf(after.doc).map((part) => part.id === id(2))).toEqual([false, false, true, false]);
  expect(after.doc.textContent).toContain("Words.");
});

test("a section that is cut and pasted elsewhere keeps its id", () => {
  const state = open();
  const first = partsOf(state.doc)[1];
  if (!first) throw new Error("the article has a first section");
  const cut = state.apply(state.tr.delete(first.from, first.from + first.node.nodeSize));
  const pasted = cut.apply(cut.tr.insert(cut.doc.content.size, first.node));
  expect(partsOf(pasted.doc).map((part) => part.id)).toEqual([id(1), id(3), id(2)]);
});

test("a change that would leave the article without its front is not made", () => {
  const state = open();
  const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
  expect(all.applyTransaction(all.tr.deleteSelection()).transactions).toEqual([]);
});

test("an id is a random UUID of version 4", () => {
  expect(newId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
  expect(newId()).not.toBe(newId());
});
