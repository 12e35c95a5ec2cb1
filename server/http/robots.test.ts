import { afterAll, beforeAll, expect, test } from "vitest";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { robotsFiles } from "@/server/testing/internet/sites/robots-files";
import { crawlDelayMs, mayFetch, readRobots } from "./robots";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet(robotsFiles);
});
afterAll(() => internet.close());

const allows = async (host: string, path = "/page") => {
  const { text } = await readRobots(internet.fetch, `https://${host}.robots.example/page`);
  return mayFetch(text, `https://${host}.robots.example${path}`);
};

test("a host without a robots.txt may be read, one that forbids it may not", async () => {
  expect(await allows("open")).toBe(true);
  expect(await allows("closed")).toBe(false);
});

test("lines that name us go before lines for everybody, and the longest rule wins", async () => {
  expect(await allows("named")).toBe(true);
  expect(await allows("named", "/private/plan")).toBe(false);
  expect(await allows("named", "/private/press/1")).toBe(true);
});

test("a robots.txt that cannot be had forbids everything, for an hour and with the reason", async () => {
  const broken = await readRobots(internet.fetch, "https://broken.robots.example/page");
  expect(broken).toMatchObject({ keepForMs: 3_600_000, reason: "robots.txt answers with 500." });
  expect(mayFetch(broken.text, "https://broken.robots.example/page")).toBe(false);
  const nobody = await readRobots(internet.fetch, "https://nobody.example/page");
  expect(mayFetch(nobody.text, "https://nobody.example/page")).toBe(false);
});

test("a robots.txt that lies elsewhere rules the host that sent us there", async () => {
  expect(await allows("moved")).toBe(false);
});

test("a web page in the place of robots.txt forbids nothing", async () => {
  expect(await allows("page")).toBe(true);
});

test("of a robots.txt the first 500 KiB are read, to the last whole line", async () => {
  const { text } = await readRobots(internet.fetch, "https://huge.robots.example/");
  expect(text.length).toBeLessThanOrEqual(500 * 1024);
  expect(text.endsWith("# nothing\n")).toBe(true);
});

test("the pause that a host asks for is known", async () => {
  const { text } = await readRobots(internet.fetch, "https://slow.robots.example/");
  expect(crawlDelayMs(text)).toBe(2_000);
  expect(crawlDelayMs("User-agent: *\nCrawl-delay: 86400\n")).toBe(60_000);
  expect(crawlDelayMs("")).toBeNull();
});

test("a hostile robots.txt is judged within half a second of work", async () => {
  const rule = `Disallow: /${"*a".repeat(250_000)}$`;
  const rules = `Disallow: /${"*a".repeat(10)}$\n`.repeat(15_000);
  const leading = `Disallow: ${"*a".repeat(50)}`;
  for (const body of [`User-agent: *\n${rule}`, `User-agent: *\n${rules}`, `User-agent: *\n${leading}`]) {
    const host = { host: "hostile.example", answer: () => ({ body }) };
    const own = await startInternet([host]);
    const { text } = await readRobots(own.fetch, "https://hostile.example/");
    const before = process.cpuUsage();
    expect(mayFetch(text, `https://hostile.example/${"a".repeat(2_500)}b`)).toBe(false);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
    await own.close();
  }
}, 20_000);
