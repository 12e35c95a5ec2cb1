import { database } from "@/server/testing/own-database";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { cachesIn, startPurging } from "./purging";

/** A cache that keeps what it is told to keep, and tells what it was asked. */
let cache: Server;
let asked: string[];
let kept: Set<string>;
let shown: string[];
let refusing: number | null;
let owner: pg.Client;
let stop: () => void;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  cache = createServer(({ method, url, headers }, response) => {
    const key = `${url} ${headers["accept-encoding"]}`;
    asked.push(`${method} ${headers.host} ${key}`);
    if (refusing) response.statusCode = refusing;
    else if (method === "PURGE") response.statusCode = kept.delete(key) ? 200 : 404;
    else {
      kept.add(key);
      response.setHeader("etag", shown.shift() ?? "");
    }
    response.end();
  });
  await new Promise<void>((up) => cache.listen(0, "127.0.0.1", up));
});
afterAll(async () => {
  cache.closeAllConnections();
  cache.close();
  await owner.end();
});
beforeEach(async () => {
  [asked, kept, shown, refusing] = [[], new Set(), [], null];
  const { port } = cache.address() as AddressInfo;
  stop = await startPurging([new URL(`http://127.0.0.1:${port}`)], "news.example");
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const write = (path: string, etag: string) =>
  owner.query(
    `insert into page (path, kind, content_type, etag, body, gzip, brotli)
     values ($1, 'list', 'text/html; charset=utf-8', $2, $3, $3, $3)
     on conflict (path) do update set etag = excluded.etag`,
    [path, etag, Buffer.from("the weir")],
  );

test("a page that was written is forgotten in all its forms, under its site's name and as it stands in a request", async () => {
  await write("/wehr-für-fische", '"one"');
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked.toSorted()).toEqual([
    "PURGE news.example /wehr-f%C3%BCr-fische br",
    "PURGE news.example /wehr-f%C3%BCr-fische gzip",
    "PURGE news.example /wehr-f%C3%BCr-fische identity",
  ]);
});

test("a cache that fetched the old text meanwhile is asked again, until it shows the new one", async () => {
  kept.add("/mill br");
  shown = ['"old-br"', '"old-br"', '"new-br"'];
  await write("/mill", '"new"');
  await vi.waitFor(() => expect(shown).toEqual([]));
  const ofBrotli = asked.filter((one) => one.endsWith(" br")).map((one) => one.split(" ")[0]);
  expect(ofBrotli).toEqual(["PURGE", "GET", "PURGE", "GET", "PURGE", "GET"]);
});

test("a page that was taken away is forgotten too", async () => {
  await write("/ford", '"one"');
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  await owner.query("delete from page where path = '/ford'");
  await vi.waitFor(() => expect(asked).toHaveLength(6));
  expect(asked.every((one) => one.startsWith("PURGE news.example /ford "))).toBe(true);
});

test("a cache that refuses is told of, once for many pages, and stands in nobody's way", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  refusing = 403;
  for (let at = 0; at < 20; at++) await write(`/lock-${at}`, '"one"');
  await vi.waitFor(() => expect(asked).toHaveLength(60));
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(told.mock.calls[0]?.[0]).toMatch(/did not forget \/lock-\d+: it answered 403$/);
  refusing = null;
  await write("/weir", '"one"');
  await vi.waitFor(() => expect(asked).toHaveLength(63));
});

test.each([
  ["", []],
  [" http://10.0.0.2 , http://10.0.0.3:6081,", ["http://10.0.0.2", "http://10.0.0.3:6081"]],
])("PURGE_CACHES of %j names caches", (setting, origins) => {
  const caches = cachesIn(setting);
  expect(caches.ok && caches.value.map(({ origin }) => origin)).toEqual(origins);
});

test.each(["10.0.0.2", "https://10.0.0.2", "http://10.0.0.2/purge", "http://user@10.0.0.2", "http://a, ftp://b"])(
  "PURGE_CACHES of %j is refused in words",
  (setting) => expect(cachesIn(setting)).toMatchObject({ ok: false, error: expect.stringContaining("PURGE_CACHES") }),
);
