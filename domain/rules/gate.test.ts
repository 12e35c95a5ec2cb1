import { expect, test } from "vitest";
import type { Finding } from "./finding";
import { openBlockers, type Waiver } from "./gate";
import { judge } from "./judge";
import { cite, manuscript, paragraph, raw, section, sourced } from "./testing/manuscript";

const now = new Date("2026-03-01T09:00:00Z");
const tomorrow = new Date("2026-03-02T09:00:00Z");
const [vague] = judge(manuscript({ references: [{ ...sourced(), ...named("Various sources") }] })).filter(
  ({ rule }) => rule === "source/vague",
);

function named(literal: string) {
  const { source } = sourced({ author: [{ literal }] });
  return { source };
}

const waiverOf = (finding: Finding | undefined, change: Partial<Waiver> = {}): Waiver => ({
  rule: finding?.rule ?? "none/none",
  fingerprint: finding?.fingerprint ?? "",
  confirmed: true,
  expiresAt: tomorrow,
  ...change,
});
const open = (findings: readonly (Finding | undefined)[], ...waivers: Waiver[]) =>
  openBlockers(
    findings.filter((finding) => finding !== undefined),
    waivers,
    now,
  );

test("a blocker that nobody waived is open", () => {
  expect(open([vague])).toEqual([vague]);
});

test("a waiver that a second person confirmed lets its finding pass until it expires", () => {
  expect(open([vague], waiverOf(vague))).toEqual([]);
});

test.each<[string, Partial<Waiver>]>([
  ["is not confirmed", { confirmed: false }],
  ["expired a moment ago", { expiresAt: now }],
  ["has no date that is one", { expiresAt: new Date(Number.NaN) }],
  ["is for other words", { fingerprint: "0000000000000000" }],
  ["is for another rule", { rule: "comment/open" }],
])("a waiver that %s lets nothing pass", (_, change) => {
  expect(open([vague], waiverOf(vague, change))).toEqual([vague]);
});

test("holes cannot be waived", () => {
  const text = section("", paragraph("So it is", cite(), "."));
  const holes = judge(manuscript({ sections: [text], references: [raw("A line")] })).filter(
    ({ severity }) => severity === "blocker",
  );
  expect(holes.map(({ rule }) => rule)).toEqual(["citation/missing", "reference/not-a-source"]);
  expect(open(holes, ...holes.map((hole) => waiverOf(hole)))).toEqual(holes);
});

test("warnings never hold anything up", () => {
  const warnings = judge(manuscript({ references: [sourced()] }));
  expect(warnings.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(open(warnings)).toEqual([]);
});
