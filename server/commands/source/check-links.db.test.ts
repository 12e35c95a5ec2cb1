import "@/server/testing/own-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { readWarc } from "@/server/checking/warc";
import { check } from "@/server/commands/source/check";
import { checkLinks } from "@/server/commands/source/check-links";
import { capture } from "@/server/commands/source/capture";
import { linkMissing } from "@/server/commands/source/link-missing";
import { edit } from "@/server/commands/source/edit";
import { db } from "@/server/db";
import { readBlob, readCapture } from "@/server/db/captures";
import { addPage, checkAll, daysGoBy, decide, linkOf } from "@/server/testing/checks";
import { granted, refused } from "@/server/testing/drafts";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { stockSites } from "@/server/testing/internet/sites/all";
import type { SiteAnswer } from "@/server/testing/internet/site";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
let internet: Internet;
/** What changing.example shows now. */
let shown: SiteAnswer = {};
const story = "The harbour wall will stand for fifteen more years, say three divers and an engineer. ".repeat(12);
const page = (text: string): SiteAnswer => ({
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><title>The wall</title><body><article><p>${text}</p></article>`,
});

beforeAll(async () => {
  ada = await hire("Ada", "editor");
  internet = await startInternet([
    ...stockSites,
    { host: "changing.example", answer: ({ url }) => (url.pathname === "/robots.txt" ? { status: 404 } : shown) },
  ]);
});
afterAll(() => internet.close());
beforeEach(async () => {
  await db.sourceLink.deleteMany();
  await db.hostPace.deleteMany();
  await decide();
});

test("each kind of page is told by what it answers, and its first look is kept", async () => {
  const expected = {
    "https://halden-courier.example/harbour": "alive",
    "https://moved.example/moved": "redirected",
    "https://soft-404.example/tides": "soft-404",
    "https://ledger.example/story": "paywalled",
    "https://bot-wall.example/403": "bot-walled",
    "https://gone.example/gone": "gone",
    "https://closed.robots.example/page": "alive",
    "http://127.0.0.1/admin": "unsafe",
  };
  const ids = new Map<string, Awaited<ReturnType<typeof addPage>>>();
  for (const url of Object.keys(expected)) ids.set(url, await addPage(ada, url));
  expect(await checkAll(internet.fetch)).toBe(ids.size);
  const found: Record<string, string> = {};
  for (const [url, id] of ids) found[url] = (await linkOf(id)).state;
  expect(found).toEqual(expected);
  expect(await db.linkCheck.count()).toBe(ids.size);
  const states = await db.event.findMany({ where: { type: "source.link-changed" } });
  expect(states).toHaveLength(ids.size);
  expect(await checkAll(internet.fetch)).toBe(0);
});

test("what robots.txt keeps from us is asked for by its head alone, and never kept", async () => {
  const sourceId = await addPage(ada, "https://closed.robots.example/report");
  await granted(capture.run(ada, { sourceId }));
  internet.requests.length = 0;
  await checkAll(internet.fetch);
  expect(internet.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    "GET /robots.txt",
    "HEAD /report",
  ]);
  expect(await db.capture.count({ where: { sourceId } })).toBe(0);
});

test("a page that has not changed is not sent again, and is alive", async () => {
  shown = { ...page(story), headers: { "content-type": "text/html", etag: '"wall-7"' } };
  const sourceId = await addPage(ada, "https://changing.example/etag");
  await checkAll(internet.fetch);
  expect((await linkOf(sourceId)).etag).toBe('"wall-7"');
  shown = { status: 304 };
  await daysGoBy(8);
  internet.requests.length = 0;
  await checkAll(internet.fetch);
  expect(internet.requests.filter(({ headers }) => headers["if-none-match"] === '"wall-7"')).toHaveLength(1);
  expect(await linkOf(sourceId)).toMatchObject({ state: "alive", status: 304 });
});

test("a page that is not there any more is dead after three looks, days apart, and alive when it is back", async () => {
  shown = page(story);
  const sourceId = await addPage(ada, "https://changing.example/wall");
  await checkAll(internet.fetch);
  shown = { ...page("No such page."), status: 404 };
  const states: string[] = [];
  for (let look = 1; look <= 3; look++) {
    await daysGoBy(8);
    await checkAll(internet.fetch);
    states.push((await linkOf(sourceId)).state);
  }
  expect(states).toEqual(["unreachable", "unreachable", "dead"]);
  shown = page(story);
  await granted(check.run(ada, { sourceIds: [sourceId] }));
  await checkAll(internet.fetch);
  expect(await linkOf(sourceId)).toMatchObject({ state: "alive", failures: 0 });
});

test("a copy that was asked for is kept whole, readable and under its SHA-256", async () => {
  const sourceId = await addPage(ada, "https://halden-courier.example/harbour?3");
  await granted(capture.run(ada, { sourceId }));
  await checkAll(internet.fetch);
  const row = await db.capture.findFirstOrThrow({ where: { sourceId } });
  expect(row).toMatchObject({ reason: "asked", takenById: ada.id, status: 200, mediaType: "text/html" });
  const kept = await db.$transaction(async (tx) => ({
    text: await readCapture(tx, sourceId),
    warc: await readBlob(tx, row.warcSha256),
  }));
  expect(kept.text?.text).toContain("We found no crack wider than four millimetres");
  expect(await readWarc(kept.warc ?? new Uint8Array())).toMatchObject({ status: 200, sha256: row.sha256 });
  expect(await linkOf(sourceId)).toMatchObject({ wanted: null, wantedById: null });
  await granted(capture.run(ada, { sourceId }));
  await checkAll(internet.fetch);
  expect(await db.capture.count({ where: { sourceId } })).toBe(1);
});

test("another text at the address is noticed, kept, and told with how much of it is as before", async () => {
  shown = page(story);
  const sourceId = await addPage(ada, "https://changing.example/story");
  await granted(capture.run(ada, { sourceId }));
  await checkAll(internet.fetch);
  shown = page(
    "The wall will fall next year, says the council, and nobody knows why the divers were wrong. ".repeat(12),
  );
  await daysGoBy(8);
  await checkAll(internet.fetch);
  const reasons = await db.capture.findMany({ where: { sourceId }, orderBy: { at: "asc" }, select: { reason: true } });
  expect(reasons.map(({ reason }) => reason)).toEqual(["asked", "changed"]);
  const [event] = await db.event.findMany({
    where: { type: "source.text-changed", data: { path: ["source"], equals: sourceId } },
  });
  expect(event?.data).toMatchObject({ likeness: expect.closeTo(0, 0) });
  expect((await linkOf(sourceId)).changedAt).not.toBeNull();
});

test("a source whose address was corrected is looked at anew, and nothing of the old one is said of it", async () => {
  const sourceId = await addPage(ada, "https://gone.example/gone?2", "The wall");
  await checkAll(internet.fetch);
  expect((await linkOf(sourceId)).state).toBe("gone");
  const record = { type: "webpage", title: "The wall", URL: "https://halden-courier.example/harbour?4" } as const;
  await granted(edit.run(ada, { sourceId, version: 0, record }));
  expect(await linkOf(sourceId)).toMatchObject({ state: "unchecked", reason: "", checkedAt: null });
  await checkAll(internet.fetch);
  expect((await linkOf(sourceId)).state).toBe("alive");
  await granted(edit.run(ada, { sourceId, version: 1, record: { type: "book", title: "The wall" } }));
  expect(await db.sourceLink.findUnique({ where: { sourceId } })).toBeNull();
});

test("checks that are switched off are made only when somebody asks, and only the worker makes them", async () => {
  await decide({ enabled: false });
  const sourceId = await addPage(ada, "https://halden-courier.example/harbour?5");
  expect(await checkAll(internet.fetch)).toBe(0);
  expect(await granted(check.run(ada, { sourceIds: [sourceId] }))).toEqual({ asked: 1 });
  expect(await checkAll(internet.fetch)).toBe(1);
  expect((await refused(checkLinks(internet.fetch).run(ada, {}))).kind).toBe("forbidden");
  expect((await granted(checkLinks(internet.fetch).run(systemActor, {}))).looked).toBe(0);
});

test("sources that came in many at a time are looked at too", async () => {
  await addPage(ada, "https://halden-courier.example/harbour?6");
  await addPage(ada, "https://halden-courier.example/harbour?7");
  await db.sourceLink.deleteMany();
  const { linked } = await granted(linkMissing.run(systemActor, {}));
  expect(linked).toBe(await db.sourceLink.count());
  expect(linked).toBeGreaterThanOrEqual(2);
  expect(await granted(linkMissing.run(systemActor, {}))).toEqual({ linked: 0 });
});
