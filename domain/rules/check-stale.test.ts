import { expect, test } from "vitest";
import { messagesOf } from "./testing/findings";
import { cited, daysAgo, known, link } from "./testing/known";
import { sourced } from "./testing/manuscript";

const rule = "check/stale";
const looked = (address: number, notices: number, staleAfterDays = 30) =>
  messagesOf(
    rule,
    cited(
      [
        {
          reference: sourced(),
          known: known({
            link: { ...link("alive"), checkedAt: daysAgo(address) } as never,
            standing: { state: "clear", checkedAt: daysAgo(notices), notice: null, noticedOn: null },
          }),
        },
      ],
      { policy: { severities: {}, staleAfterDays } },
    ),
  );

test("what was last looked at too long ago is said to be old, each with its age", () => {
  expect(looked(41, 2)).toEqual([
    "What is known of Halden Works, 2025 is old: its address was last looked at 41 days ago.",
  ]);
  expect(looked(41, 60)).toEqual([
    "What is known of Halden Works, 2025 is old: its address was last looked at 41 days ago, and retractions were last looked up 60 days ago.",
  ]);
});

test("how old is too old is the house's to say", () => {
  expect(looked(30, 30)).toEqual([]);
  expect(looked(8, 1, 7)).toHaveLength(1);
  expect(looked(400, 400, 3650)).toEqual([]);
});

test("what was never looked at is unknown, not old", () => {
  expect(messagesOf(rule, cited([{ reference: sourced() }]))).toEqual([]);
});
