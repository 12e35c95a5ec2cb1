import { expect, test } from "vitest";
import { askedPath } from "./reader-path";

test.each([
  ["/", { kind: "page", path: "/" }],
  ["/the-mill", { kind: "page", path: "/the-mill" }],
  ["/the-mill/", { kind: "moved", to: "/the-mill" }],
  ["/The-Mill", { kind: "moved", to: "/the-mill" }],
  ["//evil.example/", { kind: "moved", to: "/evil.example" }],
  ["/%2F%2Fevil.example", { kind: "moved", to: "/evil.example" }],
  ["/a%3Fb/", { kind: "moved", to: "/a%3Fb" }],
  ["/%E0%A4%A", { kind: "none" }],
  ["/a%00b", { kind: "none" }],
  ["/a%0d%0aset-cookie:x", { kind: "none" }],
  ["/a/%2e%2e/b", { kind: "none" }],
  ["/a\\b", { kind: "none" }],
  [`/${"a".repeat(600)}`, { kind: "none" }],
])("the path %j is brought into one form, and never leads off the site", (pathname, asked) => {
  expect(askedPath(pathname)).toEqual(asked);
});
