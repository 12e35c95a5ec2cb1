import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { manuscript, paragraph, section, thread } from "./testing/manuscript";

const part = section("Findings", paragraph("Pages vanish."));

test("an open comment blocks", () => {
  const found = findingsOf("comment/open", manuscript({ sections: [part], threads: [thread(part, "Pages vanish")] }));
  expect(found).toMatchObject([{ severity: "blocker", excerpt: "Pages vanish", place: { kind: "thread" } }]);
});

test("without open comments nobody is asked for anything", () => {
  expect(findingsOf("comment/open", manuscript({ sections: [part] }))).toEqual([]);
});
