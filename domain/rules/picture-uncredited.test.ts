import { expect, test } from "vitest";
import { findingsOf, messagesOf } from "./testing/findings";
import { figure, manuscript, section } from "./testing/manuscript";

const rule = "picture/uncredited";
const about = (...figures: ReturnType<typeof figure>[]) => manuscript({ sections: [section("Findings", ...figures)] });

test("a picture without a credit is asked about, decoration too", () => {
  const blank = figure([], { credit: " " });
  expect(messagesOf(rule, about(figure(), blank, figure([], { credit: null, decorative: true })))).toHaveLength(2);
  expect(findingsOf(rule, about(blank))[0]?.severity).toBe("warning");
});
