import "@/server/testing/own-database";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { ok } from "@/domain/result";
import { checkLinks } from "@/server/commands/source/check-links";
import { db } from "@/server/db";
import { claimLink } from "@/server/db/link-queue";
import { sourceHealth } from "@/server/queries/source-health";
import type { Fetch } from "@/server/http/fetch";
import { addPage, checkAll, daysGoBy, decide, linkOf } from "@/server/testing/checks";
import { granted } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});
beforeEach(async () => {
  await db.sourceLink.deleteMany();
  await db.linkCheck.deleteMany();
  await db.hostPace.deleteMany();
  await decide();
});

const text = new TextEncoder().encode("The bridge cost the town more than its ferries. ".repeat(30));
/** An internet of the process itself that notes who is asked when, and whose hosts can fall silent. */
function hosts(silent: (host: string) => boolean = () => false) {
  const asked: { host: string; from: number; to: number }[] = [];
  const fetch: Fetch = async (url) => {
    const { host, pathname } = new URL(url);
    const from = performance.now();
    await new Promise((resume) => setTimeout(resume, 15));
    asked.push({ host, from, to: performance.now() });
    if (silent(host)) return { ok: false, error: { kind: "timeout", reason: "It did not answer in time.", url } };
    const status = pathname === "/robots.txt" ? 404 : 200;
    return ok({ status, headers: { "content-type": "text/plain" }, body: text, url, redirects: [], durationMs: 15 });
  };
  return { asked, fetch };
}

test("four workers side by side never ask one host two things at once, nor sooner than its pace allows", async () => {
  const pages = Array.from({ length: 24 }, (_, index) => `https://host${index % 6}.example/${index}`);
  for (const url of pages) await addPage(ada, url);
  const { asked, fetch } = hosts();
  const worker = () => checkLinks(fetch, { abreast: 2, time: 3_000 }).run(systemActor, {});
  const until = Date.now() + 3_000;
  const done = await Promise.all(
    Array.from({ length: 4 }, async () => {
      let looked = 0;
      while (Date.now() < until) {
        looked += (await granted(worker())).looked;
        await new Promise((resume) => setTimeout(resume, 50));
      }
      return looked;
    }),
  );
  const looks = done.reduce((sum, looked) => sum + looked, 0);
  expect(looks).toBe(await db.linkCheck.count());
  expect(looks).toBeGreaterThanOrEqual(6);
  for (let index = 0; index < 6; index++) {
    const own = asked.filter(({ host }) => host === `host${index}.example`).toSorted((a, b) => a.from - b.from);
    for (const [at, { from }] of own.entries()) {
      const before = own[at - 1];
      // Its robots.txt comes before its first page, after the house's pause; pages come at the host's own pace.
      if (before) expect(from - before.to).toBeGreaterThanOrEqual(at === 1 ? 95 : 1_900);
    }
  }
});

test("an address is looked at once, however many ask for it at the same moment", async () => {
  await addPage(ada, "https://one.example/a");
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimLink()));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("a process that is killed in the middle of a look loses nothing: it is made again", async () => {
  const sourceId = await addPage(ada, "https://slow.example/a");
  const script = `import { claimLink } from "@/server/db/link-queue";
    console.log((await claimLink())?.link.url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const { fetch } = hosts();
  expect(await checkAll(fetch)).toBe(0);
  await db.$executeRaw`update source_link set next_at = next_at - interval '180 seconds'`;
  expect(await checkAll(fetch)).toBe(1);
  expect(await linkOf(sourceId)).toMatchObject({ state: "alive" });
});

test("when this machine is offline nothing is held against any source, and the desk can say so", async () => {
  let offline = false;
  const { fetch } = hosts(() => offline);
  const ids: SourceId[] = [];
  for (let index = 0; index < 6; index++) ids.push(await addPage(ada, `https://h${index}.example/a`));
  await checkAll(fetch);
  offline = true;
  for (let look = 1; look <= 4; look++) {
    await daysGoBy(8);
    await checkAll(fetch);
  }
  for (const id of ids) expect(await linkOf(id)).toMatchObject({ state: "alive", failures: 0 });
  expect(await db.linkCheck.count({ where: { counted: false } })).toBe(24);
  expect((await sourceHealth(ada))?.checks).toMatchObject({ network: "down", silent: 6 });
  offline = false;
  await daysGoBy(8);
  await checkAll(fetch);
  for (const id of ids) expect(await linkOf(id)).toMatchObject({ state: "alive", silentSince: null });
  expect((await sourceHealth(ada))?.checks).toMatchObject({ network: "up", silent: 0 });
});

test("one host that falls silent while others answer is not called dead, and is held against only after a second try", async () => {
  const { fetch } = hosts((host) => host === "silent.example");
  const silent = await addPage(ada, "https://silent.example/a");
  for (const host of ["a", "b", "c"]) await addPage(ada, `https://${host}.example/a`);
  await checkAll(fetch);
  expect(await linkOf(silent)).toMatchObject({ state: "unchecked", failures: 0 });
  await daysGoBy(8);
  await checkAll(fetch);
  await db.sourceLink.updateMany({ where: { sourceId: silent }, data: { nextAt: new Date(0) } });
  await checkAll(fetch);
  expect(await linkOf(silent)).toMatchObject({ state: "unreachable", failures: 1 });
});
