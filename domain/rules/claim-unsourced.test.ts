import { expect, test } from "vitest";
import { findingsOf, messagesOf } from "./testing/findings";
import { cite, claim, manuscript, paragraph, section, sourced } from "./testing/manuscript";

const rule = "claim/unsourced";
const speech = sourced({ title: "Speech at the harbour" });

test("a claim under review that does not say where it was made is a blocker that nobody can waive", () => {
  const found = findingsOf(rule, manuscript({ claim: [claim({}, "The mill runs on the moon.")] }));
  expect(found.map(({ severity, excerpt }) => [severity, excerpt])).toEqual([
    ["blocker", "The mill runs on the moon."],
  ]);
});

test("a source that is cited elsewhere in the article does not say where the claim was made", () => {
  const sections = [section("Findings", paragraph("It does not.", cite(speech)))];
  const draft = manuscript({ claim: [claim({}, "The mill runs on the moon.")], references: [speech], sections });
  expect(messagesOf(rule, draft)).toHaveLength(1);
});

test("a claim that cites its source is in order, and an article that reviews none is not asked", () => {
  expect(findingsOf(rule, manuscript({ claim: [claim({}, "It runs.", cite(speech))], references: [speech] }))).toEqual(
    [],
  );
  expect(findingsOf(rule, manuscript())).toEqual([]);
});
