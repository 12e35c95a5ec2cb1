import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { cite, manuscript, paragraph, raw, section, sourced } from "./testing/manuscript";

const rule = "reference/unused-number";
const third = raw("Halden Works, The State of Links, 2025", ["3"], true);

test("an entry of a numbered list that the text never comes to is a warning", () => {
  expect(findingsOf(rule, manuscript({ references: [third] }))).toMatchObject([
    { severity: "warning", message: "Entry 3 of the source list is never cited in the text." },
  ]);
});

test("a cited entry passes, by its number or by hand", () => {
  const text = section("", paragraph("So it is", cite(third), "."));
  expect(findingsOf(rule, manuscript({ sections: [text], references: [third] }))).toEqual([]);
});

test("once the entry is a source, another rule speaks of it", () => {
  const source = { ...sourced(), labels: ["3"], ownNumber: true };
  const text = manuscript({ references: [source] });
  expect(findingsOf(rule, text)).toEqual([]);
  expect(findingsOf("source/uncited", text)).toHaveLength(1);
});
