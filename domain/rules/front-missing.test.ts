import { expect, test } from "vitest";
import { findingsOf, messagesOf } from "./testing/findings";
import { manuscript } from "./testing/manuscript";

const rule = "front/missing";

test("an article without title or byline is told both", () => {
  const found = findingsOf(rule, manuscript({ title: "", byline: " " }));
  expect(found.map(({ excerpt }) => excerpt)).toEqual(["Title", "Byline"]);
  expect(found[0]?.severity).toBe("blocker");
});

test("a missing byline is told alone", () => {
  expect(messagesOf(rule, manuscript({ byline: "" }))).toEqual(["The article has no byline: nobody signs it."]);
});

test("title and byline are enough; a standfirst is not asked for", () => {
  expect(findingsOf(rule, manuscript())).toEqual([]);
});
