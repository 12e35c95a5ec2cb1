import { expect, test } from "vitest";
import type { StandingState } from "@/domain/source/facts";
import { cited, daysAgo, known } from "./testing/known";
import { findingsOf } from "./testing/findings";
import { sourced } from "./testing/manuscript";

const rule = "source/retracted";
const paper = sourced({ title: "Ferries and bridges", DOI: "10.5555/bridge.7" });
const standing = (state: StandingState, notice: string | null = "10.5555/notice.1") =>
  cited([
    {
      reference: paper,
      known: known({ standing: { state, checkedAt: daysAgo(5), notice, noticedOn: "2024-05-04" } }),
    },
  ]);

test("a retracted work blocks, with the day and the notice", () => {
  expect(findingsOf(rule, standing("retracted"))).toMatchObject([
    {
      severity: "blocker",
      message: "Halden Works, 2025 was retracted on 2024-05-04 (10.5555/notice.1); last looked at 5 days ago.",
    },
  ]);
});

test.each(["unchecked", "clear", "concern", "corrected", "reinstated"] as const)(
  "a work that is %s is not retracted",
  (state) => expect(findingsOf(rule, standing(state))).toEqual([]),
);

test("another notice makes another finding, which no older waiver covers", () => {
  const [first] = findingsOf(rule, standing("retracted"));
  const [second] = findingsOf(rule, standing("retracted", "10.5555/notice.2"));
  expect(first?.fingerprint).not.toBe(second?.fingerprint);
});
