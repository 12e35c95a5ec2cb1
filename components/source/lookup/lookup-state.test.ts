import { expect, test } from "vitest";
import type { Candidate, Lookup } from "@/domain/source/candidates";
import { SourceRecord } from "@/domain/source/record";
import { compareRows } from "./compare-rows";
import { afterAnswer, afterFailure, asking, entryOf, nothingYet } from "./lookup-state";

const candidate = (service: Candidate["service"], record: object): Candidate => ({
  service,
  record: SourceRecord.parse({ type: "book", ...record }),
  origins: {},
  problems: [],
  notices: [],
  at: null,
});
const pasted = { kind: "doi", value: "10.5555/a", text: "10.5555/a" } as const;
const lookup = (more: Partial<Lookup>): Lookup => ({
  pasted,
  parsed: {},
  services: ["crossref", "pubmed"],
  known: [],
  asked: [],
  candidates: [],
  nothing: [],
  failed: [],
  ...more,
});
const begun = asking({ ...nothingYet, phase: "open", entries: [entryOf(lookup({}))] }, 0, ["crossref", "pubmed"]);

test("columns keep the order of asking, whoever answers first", () => {
  const pubmed = afterAnswer(begun, 0, "pubmed", lookup({ candidates: [candidate("pubmed", { title: "Tides" })] }));
  const both = afterAnswer(pubmed, 0, "crossref", lookup({ candidates: [candidate("crossref", { title: "Tides" })] }));
  expect(both.entries[0]?.candidates.map(({ service }) => service)).toEqual(["crossref", "pubmed"]);
  expect(both.entries[0]?.services.map(({ state }) => state)).toEqual(["found", "found"]);
});

test("a service that failed says why, and asking again forgets what it said", () => {
  const failed = [{ service: "crossref", name: "Crossref", why: "It is down.", retryAfter: null }] as const;
  const after = afterAnswer(begun, 0, "crossref", lookup({ failed: [...failed] }));
  expect(after.entries[0]?.services[0]).toEqual({ id: "crossref", state: "failed", why: "It is down." });
  const offline = afterFailure(after, 0, "pubmed", "The desk cannot be reached.");
  expect(offline.entries[0]?.services.map(({ state }) => state)).toEqual(["failed", "failed"]);
  const again = asking(offline, 0, ["crossref"]);
  expect(again.entries[0]?.services.find(({ id }) => id === "crossref")?.state).toBe("asking");
});

test("what differs between services is told, what differs in marks and case alone is not", () => {
  const rows = compareRows([
    candidate("crossref", { title: "Tides & Time.", volume: "14", publisher: "A" }),
    candidate("pubmed", { title: "tides  & time", volume: "15" }),
  ]);
  expect(rows.map(({ name, differ, cells }) => [name, differ, cells])).toEqual([
    ["type", false, ["Book", "Book"]],
    ["title", false, ["Tides & Time.", "tides  & time"]],
    ["volume", true, ["14", "15"]],
    ["publisher", false, ["A", null]],
  ]);
});
