import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { cite, manuscript, paragraph, raw, section, sourced } from "./testing/manuscript";

const rule = "source/uncited";
const halden = sourced();

test("a source that nothing cites is a warning, by its short name", () => {
  expect(findingsOf(rule, manuscript({ references: [halden] }))).toMatchObject([
    { severity: "warning", message: "Halden Works, 2025 is in the source list, but nothing in the text cites it." },
  ]);
});

test("a cited source passes, and a raw line is another rule's", () => {
  const text = section("", paragraph("So it is", cite(halden), "."));
  expect(findingsOf(rule, manuscript({ sections: [text], references: [halden, raw("A line")] }))).toEqual([]);
});
