import { expect, test } from "vitest";
import { type Shelf, keptSteps } from "./kept";

function shelf(room = Number.POSITIVE_INFINITY): Shelf {
  const rows = new Map<string, string>();
  return {
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      rows.set(key, value);
    },
    removeItem: (key) => void rows.delete(key),
    key: (index) => [...rows.keys()][index] ?? null,
    get length() {
      return rows.size;
    },
  };
}

const entry = (clientId: string, at: number) => ({ clientId, stepCount: 4, steps: [{ stepType: "replace" }], at });

test("two tabs of one article keep their steps side by side, oldest first", () => {
  const kept = keptSteps(shelf(), "ines", "ferry");
  kept.keep(entry("later", 20));
  kept.keep(entry("earlier", 10));
  expect(kept.all().map(({ clientId }) => clientId)).toEqual(["earlier", "later"]);
});

test("another person's steps, and another article's, are not this one's", () => {
  const one = shelf();
  keptSteps(one, "ines", "ferry").keep(entry("tab", 1));
  expect(keptSteps(one, "tomas", "ferry").all()).toEqual([]);
  expect(keptSteps(one, "ines", "bridge").all()).toEqual([]);
});

test("nothing is kept once everything is saved", () => {
  const one = shelf();
  const kept = keptSteps(one, "ines", "ferry");
  kept.keep(entry("tab", 1));
  kept.keep({ ...entry("tab", 2), steps: [] });
  expect(one.length).toBe(0);
});

test("a browser that is full or shut says that it could not keep them", () => {
  expect(keptSteps(shelf(10), "ines", "ferry").keep(entry("tab", 1))).toBe(false);
  expect(keptSteps(null, "ines", "ferry").keep(entry("tab", 1))).toBe(false);
});

test("an entry that somebody spoiled is passed over", () => {
  const one = shelf();
  one.setItem("imprimatur:kept:ines:ferry:tab", "{not json");
  one.setItem("imprimatur:kept:ines:ferry:other", '{"clientId":1}');
  expect(keptSteps(one, "ines", "ferry").all()).toEqual([]);
});
