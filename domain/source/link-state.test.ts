import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultChecking } from "./checking-settings";
import { type LinkOutcome, linkOutcomes } from "./link-look";
import { afterLook, deadAfter, evidence, type LinkRecord, nextLook, unchecked } from "./link-state";

const day = 86_400_000;
const start = Date.parse("2027-05-03T09:00:00Z");

/** The record after these looks, so many days apart. */
function after(looks: readonly (LinkOutcome | "away")[], apart = 3): LinkRecord {
  return looks.reduce((record, look, index) => {
    const outcome = look === "away" ? "unreachable" : look;
    return afterLook(record, { outcome, away: look === "away" }, start + index * apart * day, defaultChecking);
  }, unchecked(start));
}

const times = <T>(count: number, what: T): T[] => Array.from({ length: count }, () => what);

test("a page that is not found counts as dead after three looks in a row, and not before", () => {
  expect(after(times(2, "missing")).state).toBe("unreachable");
  expect(after(times(3, "missing"))).toMatchObject({ state: "dead", failures: 3, since: start + 6 * day });
  expect(after(["missing", "missing", "alive", "missing", "missing"]).state).toBe("unreachable");
  expect(after(["missing", "missing", "bot-walled", "missing"]).state).toBe("unreachable");
  expect(after(times(3, "soft-404")).state).toBe("dead");
});

test("asking three times within a day is one occasion", () => {
  expect(after(times(30, "missing"), 1 / 48)).toMatchObject({ state: "unreachable", failures: 1 });
});

test("a time-out and a site in trouble never make a source dead, however long they last", () => {
  expect(after(times(100, "unreachable")).state).toBe("unreachable");
  expect(after(["missing", "missing", ...times(20, "unreachable" as const)]).state).toBe("unreachable");
});

test("a host that is away for a month, seen again and again, is dead", () => {
  expect(after(times(9, "away")).state).toBe("unreachable");
  expect(after(times(11, "away")).state).toBe("dead");
  expect(after(times(2, "away"), 40).state).toBe("unreachable");
});

test("what is dead stays so in silence, and lives again when it is found", () => {
  expect(after([...times(3, "missing" as const), "unreachable", "away"]).state).toBe("dead");
  expect(after([...times(3, "missing" as const), "alive"])).toMatchObject({
    state: "alive",
    failures: 0,
    failingSince: null,
  });
});

test("what the site itself calls gone is gone at once, and stays so until it is found", () => {
  expect(after(["gone"]).state).toBe("gone");
  expect(after(["gone", "missing"]).state).toBe("gone");
  expect(after(["gone", "unreachable", "unreachable"]).state).toBe("gone");
  expect(after(["gone", "redirected"]).state).toBe("redirected");
});

test("a state is as old as its beginning, not as its last look", () => {
  expect(after(["alive", "alive", "alive"]).since).toBe(start);
  expect(after(["alive", "missing", "alive"]).since).toBe(start + 6 * day);
});

const looked = fc.record({
  outcome: fc.constantFrom(...linkOutcomes),
  away: fc.boolean(),
  hours: fc.integer({ min: 1, max: 40 * 24 }),
});

test("in any life of an address nothing is dead before three failures in a row on different days", () => {
  fc.assert(
    fc.property(fc.array(looked, { maxLength: 120 }), (life) => {
      let record = unchecked(start);
      let at = start;
      let row: number[] = [];
      for (const { outcome, away, hours } of life) {
        at += hours * 3_600_000;
        const { is } = evidence[outcome];
        if (is === "found" || is === "unclear") row = [];
        else row.push(at);
        const before = record;
        record = afterLook(record, { outcome, away: away && outcome === "unreachable" }, at, defaultChecking);
        const [first = at, last = at] = [row[0], row.at(-1)];
        if (record.state === "dead") {
          expect(row.length).toBeGreaterThanOrEqual(deadAfter);
          expect(last - first).toBeGreaterThanOrEqual(40 * 3_600_000);
        }
        if (is === "found") expect(record).toMatchObject({ state: evidence[outcome].state, failures: 0 });
        if (is === "silent") expect(["dead", "gone", "unreachable"]).toContain(record.state);
        if (record.state === before.state) expect(record.since).toBe(before.since);
        else expect(record.since).toBe(at);
      }
    }),
    { numRuns: 300 },
  );
});

test("what answers is looked at every seven days, what fails every three, and a silent host ever less often", () => {
  const days = (outcome: LinkOutcome, failures = 0, jitter = 0) =>
    (nextLook({ failures }, outcome, start, defaultChecking, jitter) - start) / day;
  expect(["alive", "redirected", "paywalled", "bot-walled"].map((outcome) => days(outcome as LinkOutcome))).toEqual([
    7, 7, 7, 7,
  ]);
  expect(["missing", "gone", "soft-404"].map((outcome) => days(outcome as LinkOutcome, 9))).toEqual([3, 3, 3]);
  expect([1, 2, 3, 4, 5, 6, 7, 40].map((failures) => days("unreachable", failures))).toEqual([
    3, 3, 3, 6, 12, 24, 24, 24,
  ]);
  expect(days("alive", 0, 1)).toBeCloseTo(7.7);
});
