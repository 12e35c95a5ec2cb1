import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { visit } from "@/server/testing/internet/visit";
import { startFakeInternet } from "./fake-internet.mjs";
import { stopServer } from "./servers.mjs";

const children = [];
const onSpawn = (child) => children.push(child);
const folder = mkdtempSync(join(tmpdir(), "imprimatur-sites-"));

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const child of children.splice(0)) await stopServer(child);
  rmSync(folder, { recursive: true, force: true });
});

test("a process beside the product plays the stock sites and a journey's own, and a journey can change one", async () => {
  const file = join(folder, "gazette.ts");
  writeFileSync(file, `export const sites = [{ host: "gazette.example", answer: () => ({ body: "The Gazette" }) }];`);
  const settings = await startFakeInternet({ env: process.env, onSpawn, files: [file] });
  expect(settings.IMPRIMATUR_TEST_MODE).toBe("on");
  vi.stubEnv("IMPRIMATUR_TEST_INTERNET", settings.IMPRIMATUR_TEST_INTERNET);
  expect(await visit("https://gazette.example/")).toEqual({ status: 200, text: "The Gazette" });
  expect((await visit("https://changing.example/report")).text).toContain("12 thousand people");
  await visit("https://changing.example/now/rewritten");
  expect((await visit("https://changing.example/report")).text).toContain("42 thousand people");
  await visit("https://changing.example/now/gone");
  expect((await visit("https://changing.example/report")).status).toBe(410);
}, 30_000);

test("a journey's file that cannot be loaded is told, instead of an internet that lacks its sites", async () => {
  const start = startFakeInternet({ env: process.env, onSpawn, files: ["no-such-file.ts"] });
  await expect(start).rejects.toThrow("ended before it was ready");
}, 30_000);
