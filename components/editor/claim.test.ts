import { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { ReferenceId } from "@/domain/ids";
import { claimOf } from "@/domain/publishing/claim";
import { setClaim, type WantedClaim } from "./claim";
import { article, id, paragraph, section } from "./testing/article";

const open = () => EditorState.create({ doc: article(section(2, "Second", paragraph("One."))) });
const speech = ReferenceId.parse(id(901));
const wanted: WantedClaim = {
  words: " The mill runs\non the moon. ",
  source: speech,
  claimant: "Senator Quill",
  kind: "person",
  address: null,
  day: null,
  rating: 2,
  verdict: "",
};
const after = (state: EditorState, claim: WantedClaim | null) => {
  const transaction = setClaim(state, claim);
  if (!transaction) throw new Error("nothing changed");
  return state.apply(transaction);
};

test("a claim is written at the end of the front, with its source behind its words", () => {
  const state = after(open(), wanted);
  expect(whyInvalid(state.doc)).toBeNull();
  expect(claimOf(state.doc.firstChild)).toMatchObject({
    words: "The mill runs on the moon.",
    sources: [speech],
    rating: 2,
  });
  expect(state.doc.firstChild?.lastChild?.lastChild?.type.name).toBe("citation");
});

test("another verdict leaves the words and the citation with its id as they are", () => {
  const state = after(open(), wanted);
  const content = claimOf(state.doc.firstChild) && state.doc.firstChild?.lastChild?.content;
  const judged = after(state, { ...wanted, words: "The mill runs on the moon.", rating: 5, verdict: "So it does" });
  expect(judged.doc.firstChild?.lastChild?.content).toBe(content);
  expect(claimOf(judged.doc.firstChild)).toMatchObject({ rating: 5, verdict: "So it does" });
});

test("what is as it was changes nothing, and a claim that is taken out leaves the front as it was", () => {
  const before = open();
  const state = after(before, wanted);
  expect(setClaim(state, { ...wanted, words: "The mill runs on the moon." })).toBeNull();
  expect(after(state, null).doc.eq(before.doc)).toBe(true);
  expect(setClaim(before, null)).toBeNull();
});
