import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug";

test("an address is made of the title's words in plain letters", () => {
  expect(slugOf("Ångström’s lamp & other tales")).toBe("angstroms-lamp-other-tales");
  expect(slugOf("  What 404 means — and why  ")).toBe("what-404-means-and-why");
});

test("a title without a letter of ours still gets an address", () => {
  for (const title of ["", "…", "日本語", "!?"]) expect(slugOf(title)).toBe("article");
});

test("an address is short, and ends with a whole word where it can", () => {
  expect(slugOf("word ".repeat(100))).toMatch(/^word(-word)*$/);
  expect(slugOf("word ".repeat(100)).length).toBeLessThanOrEqual(80);
  expect(slugOf("x".repeat(300))).toHaveLength(80);
});

test("an address that is taken gets the next free number", () => {
  expect(freeSlug("desk", new Set(["desk", "desk-2"]))).toBe("desk-3");
  expect(freeSlug("free", new Set(["desk"]))).toBe("free");
});
