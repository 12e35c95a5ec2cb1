import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesDoc, rulesDocPath } from "./rules-doc";

test("the page on the rules says what the rules say (else: npx tsx scripts/rules-doc.ts)", () => {
  expect(readFileSync(rulesDocPath, "utf8")).toBe(rulesDoc());
});
