import { expect, test } from "vitest";
import { findingsOf, messagesOf } from "./testing/findings";
import { claim, manuscript } from "./testing/manuscript";

const rule = "claim/incomplete";

test("a claim under review is told all that it lacks: its words, who made it, the verdict", () => {
  expect(messagesOf(rule, manuscript({ claim: [claim({ claimant: " ", rating: null }, " ")] }))).toEqual([
    "The claim under review has no words.",
    "Nobody is named who made the claim under review.",
    "The claim under review has no verdict.",
  ]);
});

test("words, claimant and verdict are enough; an address and a day are not asked for", () => {
  expect(findingsOf(rule, manuscript({ claim: [claim({}, "The mill runs on the moon.")] }))).toEqual([]);
});
