import { expect, test } from "vitest";
import { openBlockers } from "./gate";
import { rules } from "./index";
import { judge } from "./judge";
import { choiceOf, choices, defaultPolicy } from "./policy";
import { cited, known, link } from "./testing/known";
import { cite, manuscript, paragraph, section, sourced } from "./testing/manuscript";

const dead = (choice?: (typeof choices)[number]) =>
  judge(
    cited([{ reference: sourced(), known: known({ link: link("dead") }) }], {
      policy: { ...defaultPolicy, severities: choice ? { "source/dead": choice } : {} },
    }),
  ).filter(({ rule }) => rule === "source/dead");

test("the house decides how bad a dead source is", () => {
  expect(dead().map(({ severity }) => severity)).toEqual(["blocker"]);
  expect(dead("warning").map(({ severity }) => severity)).toEqual(["warning"]);
  expect(dead("off")).toEqual([]);
});

test("a waiver holds whatever the house makes of the rule, because the finding is the same", () => {
  expect(dead("warning")[0]?.fingerprint).toBe(dead()[0]?.fingerprint);
});

test("a warning that the house makes a blocker blocks", () => {
  const unknown = judge(
    cited([{ reference: sourced() }], { policy: { ...defaultPolicy, severities: { "check/unknown": "blocker" } } }),
  );
  expect(openBlockers(unknown, [], new Date()).map(({ rule }) => rule)).toContain("check/unknown");
});

test("no policy softens a rule that nobody may waive: holes stay holes", () => {
  const severities = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));
  const hole = manuscript({ sections: [section("Findings", paragraph("So it is", cite(), "."))] });
  const found = judge({ ...hole, policy: { severities, staleAfterDays: 30 } });
  expect(found).toMatchObject([{ rule: "citation/missing", severity: "blocker" }]);
  for (const rule of rules)
    for (const choice of choices)
      if (!rule.waivable)
        expect(choiceOf(rule, { severities: { [rule.id]: choice }, staleAfterDays: 1 })).toBe(rule.severity);
});
