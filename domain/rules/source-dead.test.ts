import { expect, test } from "vitest";
import { openBlockers } from "./gate";
import { cited, known, link } from "./testing/known";
import { findingsOf } from "./testing/findings";
import { sourced } from "./testing/manuscript";

const rule = "source/dead";
const halden = sourced();
const at = (state: Parameters<typeof link>[0], reason = "") =>
  findingsOf(rule, cited([{ reference: halden, known: known({ link: link(state, reason) }) }]));

test("a dead address blocks, with the reason and the age of the last look", () => {
  expect(at("dead", "The host does not exist.")).toMatchObject([
    {
      severity: "blocker",
      place: { kind: "reference" },
      message: "The address of Halden Works, 2025 is dead: The host does not exist; last looked at 3 days ago.",
    },
  ]);
});

test("what is gone for good is as good as dead", () => {
  expect(at("gone")).toMatchObject([{ message: expect.stringContaining("is gone; last looked at 3 days ago") }]);
});

test.each(["unchecked", "alive", "redirected", "soft-404", "paywalled", "bot-walled", "unreachable"] as const)(
  "an address that is %s is not dead",
  (state) => expect(at(state)).toEqual([]),
);

test("a dead source that nothing cites holds nobody up", () => {
  const uncited = cited([{ reference: sourced({ title: "Cited" }) }]);
  const facts = new Map([[halden.source?.id, known({ link: link("dead") })] as const]);
  const references = [...uncited.references, halden];
  expect(
    findingsOf(rule, { ...uncited, references, facts: { ...uncited.facts, sources: new Map(facts) } as never }),
  ).toEqual([]);
});

test("it can be waived for this address, and a waiver of it says nothing of another one", () => {
  const [finding] = at("dead");
  const waiver = {
    rule,
    fingerprint: finding?.fingerprint ?? "",
    confirmed: true,
    expiresAt: new Date("2026-04-01"),
  } as const;
  expect(openBlockers(at("dead"), [waiver], new Date("2026-03-02"))).toEqual([]);
  const moved = {
    ...halden,
    source: halden.source && {
      ...halden.source,
      record: { ...halden.source.record, URL: "https://halden.example/new" },
    },
  };
  const again = findingsOf(rule, cited([{ reference: moved, known: known({ link: link("dead") }) }]));
  expect(openBlockers(again, [waiver], new Date("2026-03-02"))).toHaveLength(1);
});
