import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { longest } from "./test-order";

test("the files that are to be begun first are there", () => {
  expect(longest.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
});
