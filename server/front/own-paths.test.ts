import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reservedSlugs } from "@/domain/publishing/address";
import { isOwnPath, ownSegments } from "./own-paths";

test.each(["/desk", "/desk/articles/1?q=a", "/api/commands/x", "/_next/static/a.js", "/sign-in?callbackUrl=/", "*"])(
  "%s is answered by the desk",
  (target) => {
    expect(isOwnPath(target)).toBe(true);
  },
);

test.each(["/", "/?utm_source=x", "/desks", "/the-desk/editions/1", "//desk", "/apiary", "/invited#a"])(
  "%s is answered from the readers' pages",
  (target) => {
    expect(isOwnPath(target)).toBe(false);
  },
);

test("every folder of routes is either the readers' or known to the front", () => {
  const app = join(import.meta.dirname, "..", "..", "app");
  const routes = readdirSync(app, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "(desk)") return readdirSync(join(app, entry.name));
    return entry.isDirectory() && !/^[(_]/.test(entry.name) ? [entry.name] : [];
  });
  expect(routes.filter((name) => !ownSegments.includes(name))).toEqual([]);
});

test("no article can come to lie at an address that the desk answers", () => {
  const names = ownSegments.filter((name) => /^[a-z-]+$/.test(name));
  expect(names.filter((name) => !reservedSlugs.includes(name))).toEqual([]);
});
