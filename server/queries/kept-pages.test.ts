import { expect, test } from "vitest";
import { KeptPages } from "./kept-pages";

test("memory holds the pages that were asked for last, up to its size", () => {
  const kept = new KeptPages<string>(10, (page) => page.length);
  kept.set("/a", "aaaa");
  kept.set("/b", "bbbb");
  expect(kept.get("/a")).toBe("aaaa");
  kept.set("/c", "cccc");
  expect([kept.get("/a"), kept.get("/b"), kept.get("/c")]).toEqual(["aaaa", undefined, "cccc"]);
});

test("a page that is replaced or forgotten makes room", () => {
  const kept = new KeptPages<string>(10, (page) => page.length);
  for (let round = 0; round < 5; round++) kept.set("/a", "aaaaaaaa");
  kept.set("/b", "b");
  expect([kept.get("/a"), kept.get("/b")]).toEqual(["aaaaaaaa", "b"]);
  kept.delete("/a");
  kept.delete("/a");
  kept.set("/c", "ccccccccc");
  expect(kept.get("/b")).toBe("b");
});

test("a page larger than memory is not kept", () => {
  const kept = new KeptPages<string>(3, (page) => page.length);
  kept.set("/a", "aaaa");
  expect(kept.get("/a")).toBeUndefined();
});
