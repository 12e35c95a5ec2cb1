import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { minifiedNotes, notesPath } from "./reader-notes";

test("readers are sent what is written (else: npx tsx scripts/reader-notes.ts)", () => {
  expect(readFileSync(notesPath, "utf8")).toBe(minifiedNotes());
});
