import { expect, test } from "vitest";
import { itemOf } from "@/domain/citation/item";
import { findingsOf } from "./testing/findings";
import { cite, manuscript, paragraph, raw, section } from "./testing/manuscript";

const rule = "reference/dangling-label";
const profiles = raw("[[9], [12]] Company profiles", ["9", "12"]);

test("every number of an entry that no citation bears is a blocker of its own", () => {
  const found = findingsOf(rule, manuscript({ references: [profiles] }));
  expect(found.map(({ place }) => place)).toEqual([
    { kind: "reference", reference: profiles.id, label: "9" },
    { kind: "reference", reference: profiles.id, label: "12" },
  ]);
  expect(found[0]?.severity).toBe("blocker");
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test("a number that a citation of the entry bears is at home", () => {
  const text = section("", paragraph("So it is", cite(itemOf(profiles.id, "12")), "."));
  const found = findingsOf(rule, manuscript({ sections: [text], references: [profiles] }));
  expect(found.map(({ message }) => message)).toEqual([
    "The entry bears the number 9, but no citation in the text points at it.",
  ]);
});

test("the same number on a citation of another entry does not help", () => {
  const other = raw("Another line");
  const text = section("", paragraph("So it is", cite(itemOf(other.id, "9")), "."));
  expect(findingsOf(rule, manuscript({ sections: [text], references: [profiles, other] }))).toHaveLength(2);
});

test("settling one number leaves the fingerprint of the other as it was", () => {
  const [, before] = findingsOf(rule, manuscript({ references: [profiles] }));
  const text = section("", paragraph("So it is", cite(itemOf(profiles.id, "9")), "."));
  const [after] = findingsOf(rule, manuscript({ sections: [text], references: [profiles] }));
  expect(after?.fingerprint).toBe(before?.fingerprint);
});

test("the place in a numbered list is no remnant of another numbering", () => {
  expect(findingsOf(rule, manuscript({ references: [raw("Company profiles", ["3"], true)] }))).toEqual([]);
});
