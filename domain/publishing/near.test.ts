import fc from "fast-check";
import { expect, test } from "vitest";
import { readMissed } from "./near";

test.each([
  ["/the-mil-turns", "the-mil-turns"],
  ["/the_mill turns", "the-mill-turns"],
  ["/die-mühle", "die-muhle"],
  ["/мельница", "мельница"],
  ["/2019/05/the-mill-turns.html", "the-mill-turns"],
  ["/the-mill-turns/editions/9", "the-mill-turns"],
  ["/mill", "mill"],
])("of the missed address %s the words are %s", (path, words) => {
  expect(readMissed(path)?.words).toBe(words);
});

test.each([
  "/",
  "/a",
  "/20190512",
  "/.env",
  "/.git/config",
  "/wp-login.php",
  "/favicon.ico",
  "/topics/tidse",
  "/404",
  "/the-mill.json",
])("%s is not like an article's address", (path) => {
  expect(readMissed(path)).toBeNull();
});

test("what stands around an address is cut off on either side, and short runs of words are nobody's address", () => {
  const runs = readMissed("/blog/2019/a-the-mill-turns-x")?.runs;
  expect(runs).toEqual(expect.arrayContaining(["blog", "the-mill-turns", "a-the-mill-turns-x", "mill-turns"]));
  expect(runs).not.toContain("a-the");
});

test("too little to say what was meant is no beginning of an address", () => {
  expect([readMissed("/the-m")?.beginning, readMissed("/the-mi")?.beginning]).toEqual(["", "the-mi"]);
});

test("whatever is asked, little is looked for, and in letters, digits and dashes alone", () => {
  const path = fc.string({ unit: "grapheme", maxLength: 500 }).map((text) => `/${text.normalize("NFC").toLowerCase()}`);
  fc.assert(
    fc.property(path, (asked) => {
      const missed = readMissed(asked);
      if (!missed) return;
      expect(missed.runs.length).toBeLessThanOrEqual(150);
      for (const text of [missed.words, missed.beginning, ...missed.runs]) {
        expect(text.length).toBeLessThanOrEqual(100);
        expect(text).toMatch(/^[\p{L}\p{M}\p{N}-]*$/u);
      }
    }),
  );
});
