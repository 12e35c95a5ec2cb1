import { expect, test } from "vitest";
import { supportsIn, supportText } from "@/domain/review/support";
import { indexOf } from "./manuscript-index";
import { findingsOf } from "./testing/findings";
import { cited, daysAgo, known } from "./testing/known";
import { sourced } from "./testing/manuscript";

const rule = "citation/disputed";
const reference = sourced();
const text = cited([{ reference, known: known(), quote: "so it was" }]);
const [support] = supportsIn(indexOf(text));
const dispute = (note: string) => {
  if (!support) throw new Error("it cites nothing");
  return { citation: support.citation, support: supportText(support), note, by: "Otis Kwarteng", at: daysAgo(1) };
};
const disputed = (note = "It says the opposite.") => ({ ...text, facts: { ...text.facts, disputes: [dispute(note)] } });

test("a disputed citation blocks in the reviewer's words", () => {
  expect(findingsOf(rule, disputed())).toMatchObject([
    {
      severity: "blocker",
      place: { kind: "citation", citation: support?.citation },
      message: "Otis Kwarteng disputes that Halden Works, 2025 bears this out: “It says the opposite.”",
    },
  ]);
});

test("nothing that changed since is disputed: words, quote or record", () => {
  const changed = cited([{ reference, known: known(), quote: "so it is" }]);
  expect(findingsOf(rule, { ...changed, facts: { ...changed.facts, disputes: [dispute("No.")] } })).toEqual([]);
  const record = { ...reference, source: sourced({ title: "Another title" }).source };
  expect(findingsOf(rule, { ...disputed(), references: [record] })).toEqual([]);
});

test("another dispute of the same words is another finding, so that no waiver of the first lets it pass", () => {
  const [first, second] = [findingsOf(rule, disputed()), findingsOf(rule, disputed("Nor does the appendix."))];
  expect(first[0]?.fingerprint).not.toBe(second[0]?.fingerprint);
});

test("a citation that nobody disputes is no finding", () => expect(findingsOf(rule, text)).toEqual([]));
