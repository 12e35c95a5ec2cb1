import { expect, test } from "vitest";
import { UserId } from "@/domain/ids";
import { claimsFor, originOfAll, originsAfter } from "./origins";
import type { SourceRecord } from "./record";

const mara = UserId.parse("01890000-0000-7000-8000-00000000000a");
const anna = UserId.parse("01890000-0000-7000-8000-00000000000b");
const at = "2027-05-03T10:00:00.000Z";
const book: SourceRecord = {
  type: "book",
  title: "Bridges",
  publisher: "Example",
  author: [{ family: "Lie", given: "Kari" }],
};

test("a field that was left as a service told it is the service's, one that was changed is the person's", () => {
  const origins = originOfAll(book, { from: "crossref", at });
  const saved: SourceRecord = { ...book, publisher: "Example Press" };
  const claimed = claimsFor(saved, book, origins);
  expect(Object.keys(claimed)).toEqual(["type", "title", "author"]);
  const after = originsAfter({ before: null, known: {}, after: saved, claimed, by: mara, at });
  expect(after.publisher).toEqual({ from: "person", at, by: mara });
  expect(after.author).toEqual({ from: "crossref", at });
});

test("what somebody else does not touch stays whose it was, and what nobody knows stays unknown", () => {
  const known = { title: { from: "person", at, by: mara } };
  const change = { before: book, known, after: { ...book, publisher: "Other" }, claimed: {}, by: anna, at };
  expect(originsAfter(change)).toEqual({
    title: { from: "person", at, by: mara },
    publisher: { from: "person", at, by: anna },
  });
});

test("nothing comes from a moment that is still to be", () => {
  const claimed = { title: { from: "crossref", at: "2099-01-01T00:00:00.000Z" } };
  expect(originsAfter({ before: null, known: {}, after: book, claimed, by: mara, at }).title).toEqual({
    from: "crossref",
    at,
  });
});
