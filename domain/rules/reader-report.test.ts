import { expect, test } from "vitest";
import { factsFromJson, factsToJson } from "@/domain/source/facts-json";
import { cited } from "./testing/known";
import { findingsOf, messagesOf } from "./testing/findings";
import { sourced } from "./testing/manuscript";

const rule = "reader/report";

test("a source that readers reported asks for a look until it is settled, in the browser as on the server", () => {
  const reference = sourced({});
  const text = cited([{ reference }]);
  const reported = (reports: number) => ({
    ...text,
    facts: factsFromJson(factsToJson({ ...text.facts, reports: new Map([[reference.id, reports]]) })),
  });
  expect(findingsOf(rule, reported(1))).toMatchObject([
    { severity: "warning", message: "A reader reports a problem with Halden Works, 2025." },
  ]);
  expect(messagesOf(rule, reported(2))).toEqual(["2 readers report a problem with Halden Works, 2025."]);
  expect(findingsOf(rule, reported(0))).toEqual([]);
  expect(findingsOf(rule, text)).toEqual([]);
});
