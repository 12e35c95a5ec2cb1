import { expect, test } from "vitest";
import { networkOf } from "./network";

const asked = (answered: number, silent: number) => [
  ...Array.from({ length: answered }, (_, index) => ({ host: `a${index}.example`, answered: true })),
  ...Array.from({ length: silent }, (_, index) => ({ host: `s${index}.example`, answered: false })),
];

test("when most hosts fall silent at once, it is us", () => {
  expect(networkOf(asked(0, 4))).toBe("down");
  expect(networkOf(asked(2, 8))).toBe("down");
  expect(networkOf(asked(6, 4))).toBe("up");
});

test("a few that are silent among many that answer are silent themselves", () => {
  expect(networkOf(asked(1, 1))).toBe("up");
  expect(networkOf(asked(30, 3))).toBe("up");
});

test("where nobody answered, nothing is proven", () => {
  expect(networkOf([])).toBe("unproven");
  expect(networkOf(asked(0, 1))).toBe("unproven");
  expect(networkOf(asked(0, 3))).toBe("unproven");
});
