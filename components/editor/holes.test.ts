import { EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import { itemOf } from "@/domain/citation/item";
import { citationsOf, placeholdersOf } from "@/domain/document/inlines";
import { ReferenceId } from "@/domain/ids";
import { deleteChip, focusHole, insertCitation, replacePlaceholder, setCitationItems } from "./holes";
import { article, cite, id, paragraph, placeholder, section } from "./testing/article";

const known = new Set([id(901)]);
const open = () =>
  EditorState.create({
    doc: article(
      section(
        2,
        "",
        paragraph("Bound", cite(100, 901), ", missing\u2009", cite(101), ". See ", placeholder(200, "the-bridge"), "."),
      ),
      section(3, "Next", paragraph("Gone", cite(102, 999), ".")),
    ),
  });

test("the next hole is the next in the text, and after the last comes the first", () => {
  let state = open();
  const walked: string[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const transaction = focusHole(state, 1, known);
    if (transaction) state = state.apply(transaction);
    if (state.selection instanceof NodeSelection) walked.push(state.selection.node.attrs["id"]);
  }
  expect(walked).toEqual([id(101), id(200), id(102), id(101)]);
  const back = focusHole(state, -1, known);
  expect(back && state.apply(back).selection.from).toBeGreaterThan(state.selection.from);
});

test("deleting a citation takes the thin space with it that held it apart", () => {
  const state = open();
  expect(deleteChip(state, id(101))?.doc.textContent).toContain("missing. See");
  expect(deleteChip(state, id(100))?.doc.textContent).toContain("Bound, missing");
});

test("a citation is bound to a source by its id, wherever it stands", () => {
  const item = itemOf(ReferenceId.parse(id(901)));
  const transaction = setCitationItems(open(), id(102), [item]);
  expect(transaction && citationsOf(transaction.doc).find((one) => one.id === id(102))?.items).toEqual([item]);
});

test("a promised link becomes words, a link to an article, or a link out; never a script", () => {
  const state = open();
  const words = replacePlaceholder(state, id(200), { kind: "text", text: "our report" });
  expect(words?.doc.textContent).toContain("See our report.");
  const inward = replacePlaceholder(state, id(200), { kind: "article", article: id(7) });
  expect(inward && placeholdersOf(inward.doc)).toEqual([]);
  expect(JSON.stringify(inward?.doc.toJSON())).toContain(`"articleLink","attrs":{"article":"${id(7)}"}`);
  expect(replacePlaceholder(state, id(200), { kind: "href", href: "javascript:alert(1)" })).toBeNull();
  expect(replacePlaceholder(state, id(200), { kind: "text", text: "  " })?.doc ?? null).toBeNull();
});

test("a citation goes behind the selected words, and nowhere near a title", () => {
  const state = open();
  const at = (place: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
  expect(insertCitation(at(3), [])).toBeNull();
  const selected = citationsOf(state.doc)[0]?.at ?? 0;
  const cited = insertCitation(at(selected), []);
  expect(cited && citationsOf(cited.doc)).toHaveLength(4);
});
