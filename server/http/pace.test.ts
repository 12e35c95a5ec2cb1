import fc from "fast-check";
import { expect, test } from "vitest";
import { type Pace, paceAfter, waitFor } from "./pace";
import { retryAfter } from "./retry-after";

const noon = new Date("2026-03-14T12:00:00Z");
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);

test("a host is asked every two seconds at most, or as seldom as its robots.txt asks", () => {
  expect(paceAfter(null, { at: noon, status: 200 })).toEqual({ nextAt: after(2), slowUntil: null });
  expect(paceAfter(null, { at: noon, status: null, crawlDelayMs: 20_000 }).nextAt).toEqual(after(20));
  expect(waitFor({ nextAt: after(2), slowUntil: null }, noon)).toBe(2_000);
  expect(waitFor(null, noon)).toBe(0);
});

test("a host that says when to come back is left alone until then", () => {
  expect(paceAfter(null, { at: noon, status: 429, headers: { "retry-after": "600" } }).nextAt).toEqual(after(600));
  const date = { "retry-after": "Sat, 14 Mar 2026 12:30:00 GMT" };
  expect(paceAfter(null, { at: noon, status: 503, headers: date }).nextAt).toEqual(after(1_800));
});

test("each further refusal doubles the wait, up to a day", () => {
  let pace: Pace | null = null;
  let at = noon;
  const waits: number[] = [];
  for (let time = 0; time < 14; time++) {
    pace = paceAfter(pace, { at, status: 429 });
    waits.push((pace.nextAt.getTime() - at.getTime()) / 60_000);
    at = pace.nextAt;
  }
  expect(waits.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(24 * 60);
});

test("after a refusal a host is asked at a fifth of the pace for a while, then as before", () => {
  const refused = paceAfter(null, { at: noon, status: 503 });
  const soon = paceAfter(refused, { at: after(61), status: 200 });
  expect(soon).toEqual({ nextAt: after(71), slowUntil: refused.slowUntil });
  expect(paceAfter(refused, { at: after(301), status: 200 })).toEqual({ nextAt: after(303), slowUntil: null });
});

test("Retry-After is understood in both forms and nothing else is made of it", () => {
  expect(retryAfter("120", noon)).toBe(120_000);
  expect(retryAfter("Sat, 14 Mar 2026 12:00:10 GMT", noon)).toBe(10_000);
  expect(retryAfter("Sat, 14 Mar 2026 11:00:00 GMT", noon)).toBe(0);
  for (const text of ["soon", "-5", "1e9", "12.5", "", undefined]) expect(retryAfter(text, noon)).toBeNull();
});

test("whatever a host answers, it is never asked at once again and never forgotten for more than a day", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(200, 404, 429, 500, 503, null),
      fc.oneof(
        fc.string(),
        fc.nat().map(String),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      fc.option(
        fc.record({ nextAt: fc.date({ noInvalidDate: true }), slowUntil: fc.option(fc.date({ noInvalidDate: true })) }),
      ),
      (status, value, before) => {
        const wait =
          paceAfter(before, { at: noon, status, headers: { "retry-after": value } }).nextAt.getTime() - noon.getTime();
        expect(wait).toBeGreaterThanOrEqual(2_000);
        expect(wait).toBeLessThanOrEqual(24 * 60 * 60 * 1_000);
      },
    ),
    { numRuns: 300 },
  );
});
