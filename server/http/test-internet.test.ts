import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkTestInternet } from "@/scripts/test-internet.mjs";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { article } from "@/server/testing/internet/sites/article";
import { guardedFetch } from "./guarded-fetch";
import { testInternet } from "./test-internet";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([article]);
});
afterAll(() => internet.close());

const set = { IMPRIMATUR_TEST_INTERNET: "127.0.0.1:4000", IMPRIMATUR_TEST_MODE: "on" };
const here = "http://localhost:3000";

const allowed: Record<string, string>[] = [
  { ...set, SITE_URL: here },
  { ...set, SITE_URL: here, NEXTAUTH_URL: "http://127.0.0.1:3000", HOST: "127.0.0.1" },
  { ...set, NEXTAUTH_URL: "http://[::1]:3000", HOST: "::1" },
];
const refused: Record<string, string>[] = [
  { ...set, SITE_URL: "https://saltmarsh.example" },
  { ...set, SITE_URL: here, NEXTAUTH_URL: "https://saltmarsh.example" },
  { ...set, SITE_URL: "https://saltmarsh.example", NEXTAUTH_URL: here },
  { ...set, SITE_URL: here, HOST: "0.0.0.0" },
  { ...set, SITE_URL: "http://localhost.saltmarsh.example" },
  { ...set, SITE_URL: "http://127.0.0.1.saltmarsh.example" },
  { ...set, SITE_URL: "http://localhost@saltmarsh.example" },
  { ...set, SITE_URL: "localhost" },
  { ...set, SITE_URL: here, IMPRIMATUR_TEST_MODE: "" },
  { ...set, SITE_URL: here, IMPRIMATUR_TEST_MODE: "off" },
  { ...set, SITE_URL: here, IMPRIMATUR_TEST_INTERNET: "10.0.0.1:4000" },
  { ...set, SITE_URL: here, IMPRIMATUR_TEST_INTERNET: "127.0.0.1" },
  { ...set, SITE_URL: here, IMPRIMATUR_TEST_INTERNET: "127.0.0.1:0" },
  { ...set, SITE_URL: here, IMPRIMATUR_TEST_INTERNET: "127.0.0.1:4000, 10.0.0.1:80" },
];

test.each(allowed)("a product for this machine only may be led to a fake internet: %j", (environment) => {
  expect(testInternet(environment)).toEqual({ ok: true, value: { port: 4000 } });
  expect(() => checkTestInternet(environment)).not.toThrow();
});

test.each(refused)(
  "a product that others can reach may not, neither at the start nor afterwards: %j",
  (environment) => {
    expect(testInternet(environment)).toEqual({
      ok: false,
      error: expect.stringContaining("IMPRIMATUR_TEST_INTERNET"),
    });
    expect(() => checkTestInternet(environment)).toThrow("IMPRIMATUR_TEST_INTERNET");
  },
);

test("the launcher gives the product its address, so that it may be without one; a process alone may not", () => {
  expect(() => checkTestInternet(set)).not.toThrow();
  expect(testInternet(set).ok).toBe(false);
  expect(() => checkTestInternet({ SITE_URL: "https://saltmarsh.example" })).not.toThrow();
  expect(testInternet({ SITE_URL: "https://saltmarsh.example" })).toEqual({ ok: true, value: null });
});

test("under the setting the product's own fetch reaches the fake internet, and where it is refused nothing at all", async () => {
  for (const [name, value] of Object.entries(internet.environment)) vi.stubEnv(name, value);
  const url = "https://halden-courier.example/harbour";
  expect(await guardedFetch(url)).toMatchObject({ ok: true, value: { status: 200 } });
  expect(internet.requests.at(-1)?.headers["user-agent"]).toBe(
    "Imprimatur/1.0 (checks sources; +http://localhost:3000)",
  );
  const before = internet.requests.length;
  vi.stubEnv("SITE_URL", "https://saltmarsh.example");
  expect(await guardedFetch(url)).toMatchObject({ ok: false, error: { kind: "network", url } });
  expect(internet.requests).toHaveLength(before);
  vi.unstubAllEnvs();
});

test("the fake internet does not open the house: addresses inside stay refused under the setting", async () => {
  for (const url of [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://10.0.0.1/",
    `http://halden-courier.example:${internet.port}/`,
  ])
    expect(await internet.fetch(url)).toMatchObject({ ok: false, error: { kind: "unsafe" } });
});
