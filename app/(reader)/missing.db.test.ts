import { database } from "@/server/testing/own-database";
import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { retract } from "@/server/commands/publishing/retract";
import { withdrawByLaw } from "@/server/commands/publishing/withdraw-by-law";
import { bake } from "@/server/commands/publishing/bake";
import { systemActor } from "@/domain/access/policy";
import { db } from "@/server/db";
import { readerPool } from "@/server/db/reader-pool";
import { stopHearing } from "@/server/queries/reader-page";
import { granted } from "@/server/testing/drafts";
import { startFront } from "@/server/testing/front";
import { hire, type Somebody } from "@/server/testing/people";
import { writeApproved, writePublished } from "@/server/testing/rounds";
import { GET } from "./[...path]/route";

// Little enough for a flood to be felt; both are read when the readers' side is loaded.
vi.hoisted(() => {
  process.env["READER_MEMORY"] = "1";
  process.env["READER_POOL"] = "2";
});

let ada: Somebody;
let bo: Somebody;
let root: Somebody;
let owner: pg.Client;
let watching: pg.Client;
let front: Awaited<ReturnType<typeof startFront>>;
beforeAll(async () => {
  [ada, bo, root] = [await hire("Ada", "editor"), await hire("Bo", "reviewer"), await hire("Root", "admin")];
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  watching = new pg.Client({ connectionString: database.ownerUrl });
  await watching.connect();
  front = await startFront((_, response) => response.end("the desk"));
  await writePublished(ada, bo, "The spring tide at the harbour");
  await writePublished(ada, bo, 'Ferries <b>& "bridges"</b> of the north');
  const german = await writePublished(ada, bo, "Der Leuchtturm an der Mündung");
  await db.$executeRaw`update article set locale = 'de', version = version + 1 where id = ${german}::uuid`;
  await granted(bake.run(systemActor, { articleId: german }));
});
afterAll(async () => {
  stopHearing();
  front.close();
  await readerPool().end();
  await owner.end();
  await watching.end();
});
/** So many look-ups are granted in a second; each test begins in one of its own. */
let now = Date.now();
beforeEach(() => vi.setSystemTime((now += 10_000)));
afterEach(() => vi.restoreAllMocks());

const spring = "/the-spring-tide-at-the-harbour";
const ask = async (path: string, encoding = "identity") => {
  const answer = await fetch(`http://127.0.0.1:${front.port}${path}`, { headers: { "accept-encoding": encoding } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
/** What is named on the page: where it leads, its language and title as they stand in the markup. */
const named = (text: string) =>
  [
    ...(/<h2 id="near">Did you mean<\/h2>(.*?)<\/section>/.exec(text)?.[1] ?? "").matchAll(
      /<a href="([^"]*)" lang="([^"]*)">(.*?)<\/a>/g,
    ),
  ].map(([, href, lang, title]) => [href, lang, title]);

test.each([
  ["a letter is missing", "/the-spring-tide-at-the-habour"],
  ["a letter is wrong and another twice", "/the-sprimg-tidde-at-the-harbour"],
  ["it was cut off", "/the-spri"],
  ["a word is missing", "/spring-tide-harbour"],
  ["it ends as pages once did", "/the-spring-tide-at-the-harbour.html"],
  ["it is the address of another system", "/2019/05/blog/the-spring-tide-at-the-harbour"],
  ["words were added", "/the-spring-tide-at-the-harbour-with-pictures-of-all-the-boats-and-their-owners"],
  ["it names what the article never had", "/the-spring-tide-at-the-harbour/editions/99"],
  ["it has accents and other signs between", "/the_spring+tíde_at_the_härbour"],
])("where %s, the page that is not there names the article that was meant", async (_, path) => {
  const { status, text } = await ask(path);
  expect([status, named(text)]).toEqual([404, [[spring, "en", "The spring tide at the harbour"]]]);
  expect(text).toContain("There is no page at this address");
});

test("an article in another language is named in that", async () => {
  expect(named((await ask("/der-leuchturm-an-der-mündung")).text)).toEqual([
    ["/der-leuchtturm-an-der-mundung", "de", "Der Leuchtturm an der Mündung"],
  ]);
});

test.each([
  "/zebras-eat-quietly",
  "/wp-login.php",
  "/.env",
  "/topics/the-spring-tide",
  "/%00",
  "/the",
  "/x/the-spring-tide.png",
])(
  "where nothing is near or no article is asked for, as at %s, it is the page that was baked, byte for byte",
  async (path) => {
    const [missed, baked] = [await ask(path), await ask("/404")];
    expect([missed.status, missed.text]).toEqual([404, baked.text]);
    for (const [name, value] of baked.headers)
      if (name !== "date") expect([name, missed.headers.get(name)]).toEqual([name, value]);
    expect(missed.text).not.toContain("Did you mean");
  },
);

test("a draft, a retracted article and one that was withdrawn by law are never named", async () => {
  await writeApproved(ada, bo, "The unheard nightingale");
  const retracted = await writePublished(ada, bo, "The mistaken nightingale");
  const withdrawn = await writePublished(ada, bo, "The forbidden nightingale");
  const paths = ["/the-mistakn-nightingale", "/the-forbiden-nightingale"];
  for (const path of paths) expect(named((await ask(path)).text)).toHaveLength(2);
  await granted(retract.run(bo, { articleId: retracted, reason: "It was wrong." }));
  await granted(withdrawByLaw.run(root, { articleId: withdrawn, reason: "A court said so." }));
  for (const path of [...paths, "/the-unheard-nightingal", "/nightingale"])
    await vi.waitFor(async () => expect((await ask(path)).text).not.toMatch(/nightingale/i));
});

test("what was retracted a moment ago is named no more, though the page that named it is in memory", async () => {
  const id = await writePublished(ada, bo, "The premature swallow");
  expect(named((await ask("/the-premature-swalow")).text)).toHaveLength(1);
  await granted(retract.run(bo, { articleId: id, reason: "It was wrong." }));
  await vi.waitFor(async () => expect(named((await ask("/the-premature-swalow")).text)).toEqual([]));
});

test("where the news of a retraction is missed, what was retracted is named no more within two seconds", async () => {
  const id = await writePublished(ada, bo, "The unnoticed thrush");
  await owner.query("alter table page disable trigger page_is_told");
  try {
    expect(named((await ask("/the-unnoticed-trush")).text)).toHaveLength(1);
    await granted(retract.run(bo, { articleId: id, reason: "It was wrong." }));
    vi.setSystemTime((now += 2_000));
    expect(named((await ask("/the-unnoticed-trush")).text)).toEqual([]);
  } finally {
    await owner.query("alter table page enable trigger page_is_told");
  }
});

test("the three nearest are named, the nearest first", async () => {
  for (const word of ["north", "south", "east", "west"]) await writePublished(ada, bo, `Lanterns of the ${word} quay`);
  const titles = named((await ask("/lanterns-of-the-soth-quay")).text).map(([, , title]) => title);
  expect(titles).toHaveLength(3);
  expect(titles[0]).toBe("Lanterns of the south quay");
});

test("the asked address is not said again, and a title is text and never markup", async () => {
  const { text } = await ask("/ferries-b-bridges-b-of-the-nort/%3Cscript%3Ealert(1)%3C/script%3E%22onload=%22evil");
  expect(named(text).map(([, , title]) => title)).toEqual([
    "Ferries &lt;b&gt;&amp; &quot;bridges&quot;&lt;/b&gt; of the north",
  ]);
  expect(text).not.toMatch(/<script|alert|evil|onload/);
});

test("the front and Next's route send the same byte for byte, with a strong validator of its own and no way for a script", async () => {
  const path = "/the-spring-tide-at-the-habour";
  const ours = await ask(path);
  const theirs = await GET(new Request(`http://reader.example${path}`));
  expect([theirs.status, await theirs.text()]).toEqual([404, ours.text]);
  for (const [name, value] of theirs.headers) expect([name, ours.headers.get(name)]).toEqual([name, value]);
  const baked = await ask("/404");
  expect(ours.headers.get("etag")).toMatch(/^"[^"]+"$/);
  expect(ours.headers.get("etag")).not.toBe(baked.headers.get("etag"));
  const style = /<style>([\s\S]*?)<\/style>/.exec(ours.text)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(ours.headers.get("content-security-policy")).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
  expect(ours.text).not.toContain("<script");
});

test("the page that names what is near comes in each form that a browser reads, and each has its own validator", async () => {
  const path = "/the-spring-tide-at-the-habour";
  const tags = new Set<string | null>();
  for (const encoding of ["identity", "gzip", "br"]) {
    const { headers, text } = await ask(path, encoding);
    expect(named(text)).toHaveLength(1);
    expect(headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
    tags.add(headers.get("etag"));
  }
  expect(tags.size).toBe(3);
  const next = async (header: string) => {
    const answer = await GET(new Request(`http://reader.example${path}`, { headers: { "accept-encoding": header } }));
    return answer.headers.get("etag");
  };
  expect(await next("br")).toMatch(/^W\//);
});

test("a flood of addresses that nobody has costs a few look-ups a second, and no page goes out of memory for it", async () => {
  const paths = Array.from({ length: 9 }, (_, index) => `/kept-${index}`);
  for (const path of paths)
    await owner.query(
      `insert into page (path, kind, content_type, etag, body, gzip, brotli)
       values ($1, 'list', 'text/html; charset=utf-8', $2, $3, $3, $3)`,
      [path, `"${path}"`, Buffer.from("x".repeat(33_000))],
    );
  for (const path of paths) expect((await ask(path)).status).toBe(200);
  const flood = await Promise.all(
    Array.from({ length: 300 }, (_, index) => ask(`/the-spring-tide-at-the-harbour-${index}`)),
  );
  expect(flood.filter(({ status }) => status !== 404)).toEqual([]);
  const helped = (answers: typeof flood) => answers.filter(({ text }) => named(text).length > 0).length;
  expect(helped(flood)).toBeGreaterThan(0);
  expect(helped(flood)).toBeLessThanOrEqual(10);
  vi.setSystemTime((now += 10_000));
  const inTurn = [];
  for (let index = 0; index < 15; index++) inTurn.push(await ask(`/the-spring-tide-at-the-harbour-x${index}`));
  expect(helped(inTurn)).toBe(10);
  const asked = vi.spyOn(readerPool(), "query");
  vi.setSystemTime((now += 10_000));
  for (const path of paths) expect((await ask(path)).status).toBe(200);
  // Each was only asked whether it is still the one: with the validator of the bytes that memory has.
  const known = asked.mock.calls.flatMap(([query]) => {
    const { values } = query as unknown as { values?: unknown[] };
    return values && paths.includes(String(values[0])) ? [values[1]] : [];
  });
  expect(known).toEqual(paths.map((path) => `"${path}"`));
  expect(named((await ask("/the-spring-tide-at-the-harbour-301")).text)).toHaveLength(1);
});

test("while the database is slow to say what is near, one connection waits for it and pages are read by the others", async () => {
  await owner.query("begin; lock table published_article in access exclusive mode");
  try {
    let over = false;
    const seen: number[] = [];
    const flood = Promise.all(Array.from({ length: 100 }, (_, index) => ask(`/the-spring-tides-${index}`))).finally(
      () => (over = true),
    );
    for (; !over; expect((await ask(`/feed.xml?${seen.length}`)).status).toBe(200)) seen.push(await waiting());
    expect(Math.max(...seen)).toBe(1);
    const baked = await ask("/404");
    for (const { status, text } of await flood) expect([status, text]).toEqual([404, baked.text]);
  } finally {
    await owner.query("rollback");
  }
  vi.setSystemTime((now += 10_000));
  expect(named((await ask("/the-spring-tides-x")).text)).toHaveLength(1);
});

test("searches that the database is slow with leave a connection for the pages", async () => {
  await owner.query("begin; lock table published_article in access exclusive mode");
  const flood = Promise.all(Array.from({ length: 20 }, (_, index) => ask(`/search?q=tide${index}`)));
  try {
    await vi.waitFor(async () => expect(await waiting()).toBe(1));
    for (let index = 0; index < 20; index++) {
      vi.setSystemTime((now += 10_000));
      expect((await ask("/feed.xml")).status).toBe(200);
      expect(await waiting()).toBe(1);
    }
  } finally {
    await owner.query("rollback");
  }
  for (const { status } of await flood) expect(status).toBe(200);
});

/** How many of the readers' connections wait for somebody else to let go of a table. */
async function waiting(): Promise<number> {
  const { rows } = await watching.query<{ many: number }>(
    `select count(*)::int as many from pg_stat_activity
     where usename = 'imprimatur_reader' and datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.many ?? 0;
}
