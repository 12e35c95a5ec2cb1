import { expect, test } from "vitest";
import { EditorState, NodeSelection } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import { history, undo } from "prosemirror-history";
import { schema } from "@/domain/document/schema";
import { bullets, figure, manuscript, paragraph, section } from "@/domain/rules/testing/manuscript";
import {
  changeFigure,
  deleteFigure,
  figureNear,
  insertFigure,
  leaveCaption,
  moveFigure,
  placeForFigure,
  typeInCaption,
} from "./figures";

const picture = { sha256: "cd".repeat(32), width: 900, height: 600, type: "jpeg" as const };
const stateOf = (...sections: Node[]) =>
  EditorState.create({ doc: manuscript({ sections }).document, plugins: [history()] });

/** The position of the first node whose text begins so. */
function at(document: Node, words: string): number {
  let found = -1;
  document.descendants((node, place) => {
    if (found < 0 && node.isTextblock && node.textContent.startsWith(words)) found = place + 1;
  });
  return found;
}

/** Which blocks stand in each section: a letter for a figure, the words for all else. */
const layout = (document: Node): string[][] =>
  document.children
    .slice(1)
    .map((part) =>
      part.children.slice(1).map((block) => (block.type.name === "figure" ? "[picture]" : block.textContent)),
    );

const put = (state: EditorState, from: number) => {
  const place = placeForFigure(state.doc, from);
  if (place === null) throw new Error("it may stand nowhere");
  return state.apply(insertFigure(state, place, picture).made);
};

test("a picture stands behind the block that the cursor is in, at whatever depth it may", () => {
  const state = stateOf(section("One", paragraph("First."), bullets(["Item."]), paragraph("Last.")));
  expect(layout(put(state, at(state.doc, "First") + 2).doc)).toEqual([["First.", "[picture]", "Item.", "Last."]]);
  const inList = put(state, at(state.doc, "Item") + 1).doc;
  inList.check();
  expect(inList.toString()).toContain('listItem(paragraph("Item."), figure(caption))');
});

test("a picture that is put into the title opens the text, and one put into a caption stands behind its figure", () => {
  const state = stateOf(section("One", figure(["The quay."]), paragraph("First.")));
  expect(layout(put(state, 3).doc)).toEqual([["[picture]", "[picture]", "First."]]);
  const behind = put(state, at(state.doc, "The quay"));
  expect(layout(behind.doc)).toEqual([["[picture]", "[picture]", "First."]]);
  expect(behind.doc.child(1).child(2).attrs["picture"]).toEqual(picture);
});

test("a picture that is put inside of a figure, where the one before it went, stands behind that", () => {
  const state = stateOf(section("One", figure(["The quay."]), paragraph("First.")));
  const place = placeForFigure(state.doc, (figureNear(state.doc, 0) ?? -1) + 1);
  expect(place !== null && state.doc.resolve(place).nodeBefore?.textContent).toBe("The quay.");
});

test("an empty paragraph that was made to hold a picture gives way to it", () => {
  const state = stateOf(section("One", paragraph("First."), paragraph()));
  expect(layout(put(state, state.doc.content.size - 2).doc)).toEqual([["First.", "[picture]"]]);
});

test("a figure moves over its neighbours, on into the next section, and stops at the ends of the text", () => {
  let state = stateOf(section("One", figure()), section("Two", paragraph("Last.")));
  const move = (way: 1 | -1): boolean => {
    const place = figureNear(state.doc, 0);
    const made = place === null ? null : moveFigure(state, place, way);
    if (made) state = state.apply(made);
    state.doc.check();
    return made !== null;
  };
  expect(move(-1)).toBe(false);
  expect(move(1)).toBe(true);
  expect(layout(state.doc)).toEqual([[""], ["[picture]", "Last."]]);
  expect(state.selection instanceof NodeSelection && state.selection.node.type.name).toBe("figure");
  expect(move(1)).toBe(true);
  expect(layout(state.doc)).toEqual([[""], ["Last.", "[picture]"]]);
  expect(move(1)).toBe(false);
  expect([move(-1), move(-1), move(-1)]).toEqual([true, true, true]);
  expect(layout(state.doc)).toEqual([["[picture]", ""], ["Last."]]);
});

test("a figure that is taken out leaves a paragraph where nothing else is left, and comes back by undo", () => {
  const state = stateOf(section("One", figure(["The quay."])));
  const place = figureNear(state.doc, 0) ?? -1;
  let after = state.apply(deleteFigure(state, place) ?? state.tr);
  expect(layout(after.doc)).toEqual([[""]]);
  after.doc.check();
  undo(after, (transaction) => (after = after.apply(transaction)));
  expect(after.doc.eq(state.doc)).toBe(true);
});

test("what is typed into one field in one go is undone in one go", () => {
  let state = stateOf(section("One", figure([], { alt: "" })));
  const place = figureNear(state.doc, 0) ?? -1;
  for (const alt of ["A", "A q", "A quay"]) {
    const change = changeFigure(state, place, { alt });
    if (change) state = state.apply(change.setMeta("composition", "typing").setTime(Date.now() + alt.length * 5_000));
  }
  expect(state.doc.nodeAt(place)?.attrs["alt"]).toBe("A quay");
  undo(state, (transaction) => (state = state.apply(transaction)));
  expect(state.doc.nodeAt(place)?.attrs["alt"]).toBe("");
  expect(changeFigure(state, 0, { alt: "no figure" })).toBeNull();
});

test("Enter in a caption goes on below the figure, and splits no other line", () => {
  const state = stateOf(section("One", figure(["The quay."]), paragraph("First.")));
  const within = (words: string) =>
    state.apply(state.tr.setSelection(NodeSelection.near(state.doc.resolve(at(state.doc, words)))));
  let after = within("The quay");
  expect(leaveCaption(after, (transaction) => (after = after.apply(transaction)))).toBe(true);
  expect(layout(after.doc)).toEqual([["[picture]", "", "First."]]);
  expect(after.selection.$from.parent.type).toBe(schema.nodes.paragraph);
  expect(leaveCaption(within("First"))).toBe(false);
});

test("what is typed on a selected picture goes on its caption, and on nothing else", () => {
  const state = stateOf(section("One", figure(["The quay"]), paragraph("First.")));
  const selected = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, figureNear(state.doc, 0) ?? -1)));
  const after = selected.apply(typeInCaption(selected, ", at noon") ?? selected.tr);
  expect(layout(after.doc)).toEqual([["[picture]", "First."]]);
  const { $from, empty } = after.selection;
  expect([$from.parent.textContent, $from.parentOffset, empty]).toEqual(["The quay, at noon", 17, true]);
  expect(typeInCaption(after, "x")).toBeNull();
});
