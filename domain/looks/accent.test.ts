import { expect, test } from "vitest";
import { faultsInAccent, washOf } from "./accent";
import { contrastOf, mixed } from "./contrast";
import { HouseLink } from "./looks";

test("contrast is what the guidelines say it is", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.478, 2);
  expect(contrastOf("#ffffff", "#777777")).toBeCloseTo(4.478, 2);
  expect(mixed("#ffffff", "#000000", 0.5)).toBe("#808080");
});

test("an accent that can be read in light and dark is taken", () => {
  expect(faultsInAccent({ light: "#0d4f63", dark: "#7cc4d8" })).toEqual([]);
  expect(faultsInAccent({ light: "#8a1c2b", dark: "#ff9aa6" })).toEqual([]);
});

test("an accent that cannot be read is refused in words, for each ground on its own", () => {
  const faults = faultsInAccent({ light: "#ffcc00", dark: "#202a60" });
  expect(faults).toHaveLength(2);
  expect(faults[0]).toMatch(/#ffcc00 cannot be read on light paper: its contrast is 1\.\d to 1.*A darker one can\./);
  expect(faults[1]).toContain("A lighter one can.");
});

test("whatever is taken can be read on its own wash too", () => {
  for (let step = 0; step < 4096; step += 7) {
    const one = `#${(step * 4097).toString(16).padStart(6, "0").slice(-6)}`;
    const accent = { light: one, dark: one };
    const faults = faultsInAccent(accent);
    if (!faults.some((words) => words.includes("light paper")))
      expect(contrastOf(one, washOf(accent).light)).toBeGreaterThanOrEqual(4.5);
    if (!faults.some((words) => words.includes("dark paper")))
      expect(contrastOf(one, washOf(accent).dark)).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(["/about", "/about?x=1#team", "https://example.org", "https://example.org/a b".replace(" ", "%20")])(
  "a house may link to %s",
  (href) => expect(HouseLink.safeParse({ label: "About", href }).success).toBe(true),
);

test.each([
  "javascript:alert(1)",
  "//evil.example",
  "/\\evil.example",
  "http://example.org",
  "https://user@example.org",
  "about",
  "/a b",
  "data:text/html,x",
  "https://",
])("a house may not link to %s", (href) => expect(HouseLink.safeParse({ label: "About", href }).success).toBe(false));
