import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintOf, fnv1a64, type Traits } from "./fingerprint";

const traits: Traits = {
  rule: "citation/missing",
  heading: "Findings",
  excerpt: "A quarter of pages are gone.",
  label: null,
  occurrence: 0,
};

test("the hash is FNV-1a of 64 bits as published", () => {
  expect(fnv1a64("")).toBe("cbf29ce484222325");
  expect(fnv1a64("a")).toBe("af63dc4c8601ec8c");
  expect(fnv1a64("foobar")).toBe("85944171f73967e8");
});

test("the hash agrees with the definition in whole numbers, for any text", () => {
  const slowly = (text: string): string => {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text))
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return hash.toString(16).padStart(16, "0");
  };
  const agrees = fc.property(fc.string({ unit: "grapheme" }), (text) => fnv1a64(text) === slowly(text));
  expect(fc.check(agrees)).toMatchObject({ failed: false });
});

test("spacing, case and stops leave a fingerprint as it was", () => {
  expect(fingerprintOf({ ...traits, excerpt: "a quarter  of pages are gone!" })).toBe(fingerprintOf(traits));
});

test.each<[string, Partial<Traits>]>([
  ["a word", { excerpt: "A third of pages are gone." }],
  ["a heading", { heading: "Conclusions" }],
  ["a rule", { rule: "link/unresolved" }],
  ["a label", { label: "9" }],
  ["an occurrence", { occurrence: 1 }],
])("another %s makes another fingerprint", (_, change) => {
  expect(fingerprintOf({ ...traits, ...change })).not.toBe(fingerprintOf(traits));
});

test.each([
  ["It fell by 1.5 points.", "It fell by 15 points."],
  ["It changed by -3 points.", "It changed by 3 points."],
  ["It grew by 5%.", "It grew by 5."],
])("“%s” is not “%s”", (one, other) => {
  expect(fingerprintOf({ ...traits, excerpt: one })).not.toBe(fingerprintOf({ ...traits, excerpt: other }));
});
