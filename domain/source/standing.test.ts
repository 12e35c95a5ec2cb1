import fc from "fast-check";
import { expect, test } from "vitest";
import { type Notice, noticeKinds } from "./notice";
import { standingOf } from "./standing";

const of = { scheme: "doi", value: "10.5555/bridge.7" } as const;
const notice = (kind: Notice["kind"], noticedOn: string | null, name: string | null = `10.5555/${kind}`): Notice => ({
  of,
  kind,
  notice: name,
  noticedOn,
});
const state = (...notices: Notice[]) => standingOf(notices, true).state;

test("a work without notices is clear only where somebody asked and could read the answer", () => {
  expect(standingOf([], true).state).toBe("clear");
  expect(standingOf([], false).state).toBe("unchecked");
});

test("a retracted work is retracted, whatever else was said of it, by the last notice that says so", () => {
  const notices = [
    notice("corrected", "2025-01-01"),
    notice("retracted", "2024-05-04", "10.5555/first"),
    notice("concern", "2023-01-01"),
    notice("retracted", "2024-06-01", "10.5555/second"),
  ];
  expect(standingOf(notices, false)).toEqual({ state: "retracted", notice: "10.5555/second", noticedOn: "2024-06-01" });
});

test("a work that was reinstated stands again, until it is retracted once more", () => {
  const [first, back, again] = [
    notice("retracted", "2010-02-01"),
    notice("reinstated", "2012-03-01"),
    notice("retracted", "2015-04-01"),
  ];
  expect(state(first, back)).toBe("reinstated");
  expect(state(again, back, first)).toBe("retracted");
});

test("a reinstatement lifts the concern before it, not the one after it", () => {
  expect(state(notice("concern", "2010-01-01"), notice("reinstated", "2011-01-01"))).toBe("reinstated");
  expect(state(notice("reinstated", "2011-01-01"), notice("concern", "2012-01-01"))).toBe("concern");
});

test("a notice without a date stays in force, and a reinstatement without one lifts nothing", () => {
  expect(state(notice("retracted", null), notice("reinstated", "2012-03-01"))).toBe("retracted");
  expect(state(notice("retracted", "2010-02-01"), notice("reinstated", null))).toBe("retracted");
  expect(state(notice("retracted", "2012-03-01"), notice("reinstated", "2012-03-01"))).toBe("retracted");
});

test("a concern is not forgotten over a correction", () => {
  expect(state(notice("concern", "2010-01-01"), notice("corrected", "2011-01-01"))).toBe("concern");
});

const day = fc.option(
  fc.integer({ min: 0, max: 3000 }).map((at) => new Date(Date.UTC(2015, 0, 1 + at)).toISOString().slice(0, 10)),
);
const notices = fc.array(
  fc
    .tuple(fc.constantFrom(...noticeKinds), day, fc.nat({ max: 3 }))
    .map(([kind, on, name]) => notice(kind, on, `n${name}`)),
  { maxLength: 7 },
);

test("the order in which notices arrive does not matter", () => {
  fc.assert(
    fc.property(
      notices.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([a, b]) => {
        expect(standingOf(b, true).state).toBe(standingOf(a, true).state);
      },
    ),
  );
});

test("a work with a notice is never clear and never unchecked", () => {
  fc.assert(
    fc.property(notices, fc.boolean(), (all, lookedUp) => {
      fc.pre(all.length > 0);
      expect(["clear", "unchecked"]).not.toContain(standingOf(all, lookedUp).state);
    }),
  );
});

test("a last or undated retraction is never lifted by what was said before", () => {
  fc.assert(
    fc.property(notices, fc.constantFrom(null, "2099-01-01"), (all, on) => {
      expect(standingOf([...all, notice("retracted", on)], true).state).toBe("retracted");
    }),
  );
});

test("nothing but a reinstatement makes a work better", () => {
  const worst = ["clear", "reinstated", "corrected", "concern", "retracted"];
  const badness = (all: Notice[]) => worst.indexOf(standingOf(all, true).state);
  fc.assert(
    fc.property(notices, notices, (all, more) => {
      const added = more.filter(({ kind }) => kind !== "reinstated");
      expect(badness([...all, ...added])).toBeGreaterThanOrEqual(badness(all));
    }),
  );
});
