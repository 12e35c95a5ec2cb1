import { expect, test } from "vitest";
import { cited, known, link } from "./testing/known";
import { findingsOf } from "./testing/findings";
import { sourced } from "./testing/manuscript";

const rule = "source/unsafe";

test("an address that leads into a private network blocks", () => {
  const facts = known({ link: link("unsafe", "It leads to 10.0.0.7, which is not on the public web.") });
  expect(findingsOf(rule, cited([{ reference: sourced(), known: facts }]))).toMatchObject([
    { severity: "blocker", message: expect.stringContaining("is unsafe for readers: It leads to 10.0.0.7") },
  ]);
});

test("an address that merely does not answer is not unsafe", () => {
  const facts = known({ link: link("unreachable") });
  expect(findingsOf(rule, cited([{ reference: sourced(), known: facts }]))).toEqual([]);
});
