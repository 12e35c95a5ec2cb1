import { expect, test } from "vitest";
import { CheckingSettings, defaultChecking, readChecking } from "./checking-settings";

test("what a house has not decided is as it is by default, and settings of an older version are completed", () => {
  expect(readChecking(undefined)).toEqual(defaultChecking);
  expect(readChecking({ aliveDays: 30 })).toEqual({ ...defaultChecking, aliveDays: 30 });
  expect(readChecking({ aliveDays: "soon" })).toEqual(defaultChecking);
  expect(readChecking("checking")).toEqual(defaultChecking);
});

test("a number out of bounds is refused in words, and a decision has to be whole", () => {
  const wrong = CheckingSettings.safeParse({ ...defaultChecking, aliveDays: 0, keepCaptures: 1.5 });
  expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
    "It takes 1 to 365 days.",
    "It takes 1 to 1,000 copies.",
  ]);
  expect(CheckingSettings.safeParse({ aliveDays: 7 }).success).toBe(false);
});
