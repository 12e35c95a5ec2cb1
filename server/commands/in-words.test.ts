import { expect, test } from "vitest";
import { z } from "zod";
import { inWords } from "./in-words";

const wrong = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: inWords }).error?.issues[0]?.message;

test("what somebody typed is refused in their words, not in a program’s", () => {
  expect(wrong(z.string().max(1000), "x".repeat(1001))).toBe("This is too long: at most 1,000 characters.");
  expect(wrong(z.string().min(1), "")).toBe("This must not be empty.");
  expect(wrong(z.string().min(3), "x")).toBe("This is too short: at least 3 characters.");
});

test("a schema that says it better is heard", () => {
  expect(wrong(z.string().max(1, "One letter is enough."), "xy")).toBe("One letter is enough.");
});
