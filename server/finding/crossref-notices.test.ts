import { expect, test } from "vitest";
import { noticesFromCrossref } from "./crossref-notices";

const updated = { "date-parts": [[2023, 5, 4]], "date-time": "2023-05-04T00:00:00Z", timestamp: 1683158400000 };

test("a work that was retracted says so, with the notice and its day", () => {
  const work = {
    DOI: "10.5555/Bridge.7",
    title: ["Ferries and bridges"],
    "updated-by": [
      { DOI: "10.5555/notice.1", type: "retraction", label: "Retraction", source: "retraction-watch", updated },
    ],
  };
  expect(noticesFromCrossref(work)).toEqual([
    {
      of: { scheme: "doi", value: "10.5555/bridge.7" },
      kind: "retracted",
      notice: "10.5555/notice.1",
      noticedOn: "2023-05-04",
    },
  ]);
});

test("a notice itself is about the other work, not retracted", () => {
  const notice = {
    DOI: "10.5555/notice.1",
    title: "Retraction: Ferries and bridges",
    "update-to": [
      { DOI: "10.5555/bridge.7", type: "Expression of Concern", updated },
      { DOI: "10.5555/bridge.7", type: "new_version", updated },
    ],
  };
  expect(noticesFromCrossref(notice)).toMatchObject([
    { of: { value: "10.5555/bridge.7" }, kind: "concern", notice: "10.5555/notice.1" },
  ]);
});

test("a title that a publisher marked counts where nothing else tells of it", () => {
  const marked = { DOI: "10.5555/a", title: ["RETRACTED ARTICLE: Tides"] };
  expect(noticesFromCrossref(marked)).toEqual([
    { of: { scheme: "doi", value: "10.5555/a" }, kind: "retracted", notice: null, noticedOn: null },
  ]);
  expect(noticesFromCrossref({ DOI: "10.5555/a", title: ["Retracted: how a word changed"] })).toEqual([]);
});

test.each([null, 3, "x", [], {}, { "updated-by": { type: 3 } }, { DOI: 4, "update-to": [null, [], { DOI: {} }] }])(
  "an answer that is no work (%j) tells of nothing",
  (message) => {
    expect(noticesFromCrossref(message)).toEqual([]);
  },
);

test("a day that never was is left out, the notice is not", () => {
  const entry = { DOI: "10.5555/n", type: "erratum", updated: { "date-parts": [[2023, 2, 31]] } };
  expect(noticesFromCrossref({ DOI: "10.5555/a", "updated-by": [entry] })).toMatchObject([
    { kind: "corrected", noticedOn: null },
  ]);
});
