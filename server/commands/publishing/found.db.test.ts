import { database } from "@/server/testing/own-database";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArticleId } from "@/domain/ids";
import { TopicId } from "@/domain/ids";
import { bakeEverything, templatesChanged } from "@/server/baking/run";
import { file } from "@/server/commands/article/file";
import { translate } from "@/server/commands/article/translate";
import { bake } from "@/server/commands/publishing/bake";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { createTopic } from "@/server/commands/topic/create";
import { systemActor } from "@/domain/access/policy";
import type { List } from "@/domain/publishing/lists";
import { refile, unlist } from "@/server/baking/listing";
import { db, inTransaction } from "@/server/db";
import { readerPool } from "@/server/db/reader-pool";
import { answerSearch } from "@/server/front/search";
import { granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, publishing, writeApproved, writePublished } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let tides: TopicId;
let spring: ArticleId;
let ferry: ArticleId;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  tides = TopicId.parse((await granted(createTopic.run(ada, { name: "Tides" }))).topicId);
});
afterAll(() => readerPool().end());

const slugOf = async (id: ArticleId) => (await db.article.findUniqueOrThrow({ where: { id } })).slug;
const textAt = async (path: string): Promise<string | null> => {
  const page = await db.page.findUnique({ where: { path } });
  return page && new TextDecoder().decode(page.body);
};
const lists = async (path: string, id: ArticleId) =>
  (await textAt(path))?.includes(`href="/${await slugOf(id)}"`) ?? false;
const searched = async (query: string): Promise<string> => {
  const { body } = await answerSearch("GET", `/search?${query}`);
  return new TextDecoder().decode(body ?? undefined);
};
const published = async (title: string, topicIds: TopicId[] = []): Promise<ArticleId> => {
  const id = await writeApproved(ada, bo, title);
  await granted(file.run(ada, { articleId: id, topicIds }));
  await granted(publish.run(ada, await publishing(id)));
  return id;
};

test("an article stands under its topic, its author, its month and its language, and in the topic's feeds", async () => {
  const id = (spring = await published("The spring tide", [tides]));
  const month = new Date().toISOString().slice(0, 7).replace("-", "/");
  for (const path of ["/topics/tides", `/archive/${month}`, "/languages/en", "/"])
    expect([path, await lists(path, id)]).toEqual([path, true]);
  for (const feed of ["/topics/tides/feed.xml", "/topics/tides/feed.rss", "/topics/tides/feed.json", "/feed.json"])
    expect(await textAt(feed)).toContain(await slugOf(id));
  expect(await textAt(`/${await slugOf(id)}`)).toContain('href="/topics/tides"');
  expect(await textAt("/topics")).toContain("Tides");
});

test("another topic is seen by readers only with an edition that somebody else read, though the text is the same", async () => {
  const id = spring;
  const harbours = TopicId.parse((await granted(createTopic.run(ada, { name: "Harbours" }))).topicId);
  await granted(file.run(ada, { articleId: id, topicIds: [harbours] }));
  await granted(bake.run(systemActor, { articleId: id }));
  expect([await lists("/topics/tides", id), await textAt("/topics/harbours")]).toEqual([true, null]);
  await handIn(ada, id);
  await approveAll(bo, id);
  await granted(publish.run(ada, await publishing(id)));
  expect([await lists("/topics/tides", id), await lists("/topics/harbours", id)]).toEqual([false, true]);
});

test("two topics have two names, and a name of signs alone is none", async () => {
  expect(await refused(createTopic.run(ada, { name: "TIDES" }))).toMatchObject({ kind: "taken" });
  expect(await refused(createTopic.run(ada, { name: "!?" }))).toMatchObject({ kind: "invalid" });
  expect(await granted(createTopic.run(ada, { name: "Größe & 水" }))).toMatchObject({ slug: "große-水" });
});

test("what a reader searches is found in its forms, without accents and though mistyped, and marked", async () => {
  ferry = await published("The Ångström ferry");
  expect(await searched("q=angstrom+ferries")).toMatch(/<mark>Ångström<\/mark> <mark>ferry<\/mark>/);
  expect(await searched("q=%C3%85ngstr%C3%B6m")).toContain("<mark>Ångström</mark>");
  expect(await searched("q=angstorm")).toMatch(/this is what says <b>angstrom<\/b>/);
  expect(await searched("q=zzzzqqqq")).toContain("Nothing that stands here says");
  expect(await searched(`q=${"a".repeat(201)}`)).toContain("more than 200 characters");
  expect(await searched("q=")).toContain("Type a word or two");
  expect(await searched(`q=${encodeURIComponent(`' or 1=1; -- & | ! <-> :* "`)}&page=-3&lang=%00`)).toContain(
    "<h1>Search</h1>",
  );
  expect(await searched("q=%3Cscript%3Ealert(1)%3C/script%3E%00%ED%A0%80")).not.toContain("<script>alert");
});

test("search knows no draft, nothing that was retracted, and no table but those that readers may read", async () => {
  const id = await writeApproved(ada, bo, "The unheard canary");
  expect(await searched("q=canary")).toContain("Nothing that stands here says");
  await granted(publish.run(ada, await publishing(id)));
  expect(await searched("q=canary")).toContain("1 article");
  await granted(retract.run(bo, { articleId: id, reason: "It was wrong." }));
  expect(await searched("q=canary")).toContain("Nothing that stands here says");
  for (const table of ["article_topic", "edition_topic", "listed", "list_page", "bake_run", "translation"])
    await expect(readerPool().query(`select * from ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
});

test("the search answers with its own policy, is kept by no cache, and lets a flood of it wait and then go", async () => {
  const { status, headers } = await answerSearch("HEAD", "/search?q=ferry");
  expect(status).toBe(200);
  expect(headers.join("\n")).toMatch(/content-security-policy\ndefault-src 'none'; style-src 'sha256-/);
  expect(headers.join("\n")).toContain("cache-control\nno-store");
  const flood = await Promise.all(Array.from({ length: 60 }, () => answerSearch("GET", "/search?q=ferry")));
  const statuses = flood.map((answer) => answer.status);
  expect([statuses.includes(200), statuses.includes(503)]).toEqual([true, true]);
  expect((await answerSearch("GET", "/search?q=ferry")).status).toBe(200);
});

test("two languages of one work name each other, and two texts of one language are no translations", async () => {
  const english = ferry;
  const german = await writePublished(ada, bo, "Der Leuchtturm");
  expect(await refused(translate.run(ada, { articleId: german, otherId: english }))).toMatchObject({ kind: "invalid" });
  await db.$executeRaw`update article set locale = 'de', version = version + 1 where id = ${german}::uuid`;
  await granted(translate.run(ada, { articleId: german, otherId: english }));
  await granted(bake.run(systemActor, { articleId: german }));
  expect(await textAt(`/${await slugOf(english)}`)).toMatch(/hrefLang="de" href="[^"]*der-leuchtturm"/i);
  expect(await textAt(`/${await slugOf(german)}`)).toMatch(/<html lang="de">/);
  expect(await searched("q=leuchtturm&lang=de")).toContain("1 article");
  expect(await searched("q=ferry&lang=de")).toContain("Nothing that stands here says");
});

test("baking everything goes on where it stopped, and is due when the templates changed", async () => {
  const job = randomUUID();
  const begun = await bakeEverything(job, "A test.");
  expect(begun).toEqual({ failed: 0, done: await db.article.count({ where: { liveEditionId: { not: null } } }) });
  expect(await templatesChanged()).toBe(false);
  const last = await db.bakeRun.findUniqueOrThrow({ where: { job } });
  await db.$executeRaw`update bake_run set finished_at = null`;
  await db.$executeRaw`delete from page where kind in ('list', 'article')`;
  // It was stopped behind the last article: only what comes after that is left to do.
  expect(await bakeEverything(job, "A test.")).toEqual(begun);
  expect([last.after === null, (await textAt("/topics/tides")) === null]).toEqual([false, false]);
  expect(await textAt(`/${await slugOf(ferry)}`)).toBeNull();
  expect((await bakeEverything(randomUUID(), "Another.")).done).toBe(begun.done);
  expect(await textAt(`/${await slugOf(ferry)}`)).not.toBeNull();
  await db.$executeRaw`update bake_run set templates = 'others'`;
  expect(await templatesChanged()).toBe(true);
});

test("an article that cannot be baked is counted and named, and all others are baked", async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const path = `/${await slugOf(ferry)}`;
  await owner.query(`create function broken() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
    create trigger broken before insert on page for each row when (new.path = '${path}') execute function broken()`);
  await owner.query("delete from page where kind = 'article'");
  const job = randomUUID();
  const { done, failed } = await bakeEverything(job, "A test.");
  await owner.query("drop trigger broken on page; drop function broken()");
  await owner.end();
  expect([failed, done]).toEqual([1, (await db.article.count({ where: { liveEditionId: { not: null } } })) - 1]);
  expect((await db.bakeRun.findUniqueOrThrow({ where: { job } })).fault).toMatch(new RegExp(`^${ferry}: `));
  expect([await textAt(path), (await textAt(`/${await slugOf(spring)}`)) === null]).toEqual([null, false]);
});

test("an article keeps its page of a list: one more draws the newest anew, and one that leaves only its own", async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("set session_replication_role = replica");
  const { rows } = await owner.query<{ id: ArticleId }>(
    `insert into article (id, slug, digest, owner_id, updated_by)
     select gen_random_uuid(), 'row-' || n, '-', $1, $1 from generate_series(1, 96) as n returning id`,
    [ada.id],
  );
  await owner.end();
  const list: List = { name: "topic:rows", kind: "topic", slug: "rows", title: "Rows" };
  const enter = (id: ArticleId) => {
    const now = new Date().toISOString();
    return inTransaction((tx) => refile(tx, id, { firstAt: now, latestAt: now, lists: [list] }));
  };
  const touched = async () => {
    const pages = await db.listPage.findMany({ where: { list: list.name, touched: true }, orderBy: { page: "asc" } });
    await db.listPage.updateMany({ data: { touched: false } });
    return pages.map(({ page }) => page);
  };
  for (const { id } of rows.slice(0, 90)) await enter(id);
  await touched();
  const [oldest, , , ...more] = rows;
  const [last] = more.slice(-1);
  if (!oldest || !last) throw new Error("no rows");
  // The fourth page is opened: the second gets an address of its own, and the first comes to lead there.
  await enter(last.id);
  expect(await touched()).toEqual([1, 2, 4]);
  for (const { id } of rows.slice(90, 95)) await enter(id);
  expect(await touched()).toEqual([4]);
  await inTransaction((tx) => unlist(tx, oldest.id));
  expect(await touched()).toEqual([1]);
  await enter(oldest.id);
  expect(await touched()).toEqual([4]);
  expect(await db.list.findUnique({ where: { name: list.name } })).toMatchObject({ articles: 96, pages: 4 });
});
