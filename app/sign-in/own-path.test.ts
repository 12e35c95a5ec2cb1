import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test("after signing in, people go on where they were going", () => {
  expect(ownPath("/desk/articles/1?panel=sources#section-2")).toBe("/desk/articles/1?panel=sources#section-2");
  expect(ownPath("/desk")).toBe("/desk");
});

test.each([
  undefined,
  ["/desk", "/desk/people"],
  "",
  "//elsewhere.example/desk",
  "/\\elsewhere.example/desk",
  "https://elsewhere.example/desk",
  "javascript:alert(1)",
  "/desk/../api/auth/signout",
  "/deskless",
  "\t//elsewhere.example",
])("nobody is led away from the desk by %j", (asked) => expect(ownPath(asked)).toBe("/desk"));
