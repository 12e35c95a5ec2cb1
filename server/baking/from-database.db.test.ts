import { database } from "@/server/testing/own-database";
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import { itemOf } from "@/domain/citation/item";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { inTransaction } from "@/server/db";
import { answerReader } from "@/server/queries/reader-answer";
import { readerPool } from "@/server/db/reader-pool";
import { words } from "@/server/testing/factories";
import { fill, inOneTransaction, type Names, openNewsroom, writeArticle } from "@/server/testing/newsroom-sql";
import { again, printing } from "@/server/testing/publishing-sql";
import { rebakeArticle, rebakeLists, rebakeNews } from "./from-database";
import { bakeEverything } from "./run";

let newsroom: Names;
const client = new pg.Client({ connectionString: database.appUrl });
beforeAll(async () => {
  await client.connect();
  await client.query(
    "insert into site (name, tagline, base_url) values ('The Saltmarsh', '', 'https://saltmarsh.example') on conflict do nothing",
  );
  newsroom = await openNewsroom(client);
});
afterAll(async () => {
  await readerPool().end();
  await client.end();
});

/** "Links rot." with a citation of the article's one reference. */
const rotting = ({ reference }: Names) => [
  words("Links rot."),
  { type: "citation", attrs: { id: randomUUID(), marker: null, items: [itemOf(ReferenceId.parse(reference))] } },
];

/** An article that went through the gate, with its pages baked. */
async function published() {
  const names = await writeArticle(client, newsroom, { section: rotting });
  await inOneTransaction(client, fill(":publish", names));
  const id = ArticleId.parse(names["article"]);
  const bake = () =>
    inTransaction(async (tx) => {
      await rebakeArticle(tx, id);
      await rebakeLists(tx);
    });
  await bake();
  return { names, id, bake, path: `/an-article-${id}` };
}

const ask = async (pathname: string, headers: Record<string, string> = {}) => {
  const asked = {
    method: "GET",
    pathname,
    acceptEncoding: headers["accept-encoding"] ?? null,
    ifNoneMatch: headers["if-none-match"] ?? null,
  };
  const { status, headers: sent, body } = await answerReader(asked, "packed");
  const pairs = sent.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, sent[at + 1] ?? ""]] : []));
  return new Response(body, { status, headers: pairs });
};
const sitemap = async (): Promise<string> =>
  gunzipSync(Buffer.from(await (await ask("/sitemap-1.xml.gz")).arrayBuffer())).toString();
const read = async (path: string): Promise<string> => (await ask(path)).text();

const retract = `insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, note, digest, gate_report_id, "references", published_by)
    select :fresh, article_id, number + 1, 'retraction', slug, title, standfirst, byline, 'It was wrong.', digest, gate_report_id, "references", :bo
    from edition where id = :edition;
  insert into edition_section (edition_id, section_id, article_id, position, kind, body, digest, approval_id, approved_by)
    select :fresh, section_id, article_id, position, kind, body, digest, approval_id, approved_by from edition_section where edition_id = :edition; :receipt;
  update article set live_edition_id = :fresh, version = version + 1 where id = :article`;

const secondEdition = `:judgeAgain; ${again(printing("number", "2").replace("'first'", "'update'"))}; :bindAgain;
  update review set closed_at = now(), outcome = 'published' where article_id = :article and closed_at is null;
  update article set state = 'writing', live_edition_id = :fresher, version = version + 1 where id = :article`;

test("what was published can be read at its address, at its edition's address, on the front page, in feed and sitemap", async () => {
  const { path } = await published();
  const page = readStrictly(await read(path));
  expect(wordsOf(page)).toContain("Links rot.");
  expect(wordsOf(page)).toContain("A book called");
  expect(wordsOf(page)).toContain("approved by bo");
  expect(await read(`${path}/editions/1`)).toBe(await read(path));
  expect(await read("/")).toContain(`href="${path}"`);
  expect(await read("/feed.xml")).toContain(`https://saltmarsh.example${path}"`);
  expect(await sitemap()).toContain(`<loc>https://saltmarsh.example${path}</loc>`);
});

test("a draft that was never published has no page", async () => {
  const names = await writeArticle(client, newsroom);
  const id = ArticleId.parse(names["article"]);
  await inTransaction((tx) => rebakeArticle(tx, id));
  expect((await ask(`/an-article-${id}`)).status).toBe(404);
});

test("a reader who has the page is told so until the page is another", async () => {
  const { names, bake, path } = await published();
  const etag = (await ask(path)).headers.get("etag") ?? "";
  expect((await ask(path, { "if-none-match": etag })).status).toBe(304);
  await bake();
  expect((await ask(path, { "if-none-match": etag })).status).toBe(304);
  await inOneTransaction(client, fill(retract, names));
  await bake();
  // Memory hears of it a moment later.
  await expect.poll(async () => (await ask(path, { "if-none-match": etag })).status).toBe(200);
});

test("a retracted article stays with its reason on every edition, leaves front page and sitemap, and feeds tell that it was retracted", async () => {
  const { names, bake, path } = await published();
  await inOneTransaction(client, fill(retract, names));
  await bake();
  for (const address of [path, `${path}/editions/1`, `${path}/editions/2`]) {
    expect(await read(address)).toContain("It was wrong.");
    expect(await read(address)).toContain("Links rot.");
  }
  for (const list of [await read("/"), await sitemap()]) expect(list).not.toContain(path);
  expect(await read("/feed.xml")).toMatch(
    /<title>Retracted: Links rot<\/title>.*This article was retracted. It was wrong/,
  );
});

test("a withdrawn article is gone from every address, with the reason and without its text", async () => {
  const { id, bake, path } = await published();
  await client.query(
    "update article set withdrawn_at = now(), withdrawn_why = 'By order.', version = version + 1 where id = $1",
    [id],
  );
  await bake();
  for (const address of [path, `${path}/editions/1`]) {
    const answer = await ask(address);
    expect(answer.status).toBe(410);
    const text = await answer.text();
    expect(text).toContain("By order.");
    expect(text).not.toContain("Links rot.");
  }
  expect(await read("/")).not.toContain(path);
});

test("pages that say the same are not written again", async () => {
  const { id, path } = await published();
  const bakedAt = async () => (await client.query("select baked_at from page where path = $1", [path])).rows[0];
  const before = await bakedAt();
  await bakeEverything(randomUUID(), "A test.");
  expect(await bakedAt()).toEqual(before);
  expect((await client.query("select count(*)::int as pages from page where article_id = $1", [id])).rows).toEqual([
    // The article and its edition, five forms of each, the timemap, the form for reports, the signed receipt and the card.
    { pages: 16 },
  ]);
});

test("of two changes to the front page at once neither is lost", async () => {
  const two = [await published(), await published()];
  const leave = ({ id }: { id: ArticleId }) =>
    inTransaction(async (tx) => {
      await tx.$executeRaw`update article set withdrawn_at = now(), withdrawn_why = 'By order.', version = version + 1 where id = ${id}::uuid`;
      await rebakeArticle(tx, id);
      await rebakeLists(tx);
      await tx.$executeRaw`select pg_sleep(0.3)`;
    });
  await Promise.all(two.map(leave));
  const front = await read("/");
  expect(two.filter(({ path }) => front.includes(path))).toEqual([]);
});

test("an article whose address changed is found from the old one, where its first edition stays", async () => {
  const { names, id, bake, path } = await published();
  await client.query("update article set slug = 'moved-' || slug, version = version + 1 where id = $1", [id]);
  await inOneTransaction(client, fill(":nextRound", names));
  await inOneTransaction(client, fill(secondEdition, names));
  await bake();
  const moved = await ask(path);
  expect([moved.status, moved.headers.get("location")]).toEqual([308, `/moved-an-article-${id}`]);
  const page = await read(`/moved-an-article-${id}`);
  expect(page).toContain(`<link rel="canonical" href="https://saltmarsh.example/moved-an-article-${id}"/>`);
  expect(await read(`${path}/editions/1`)).toContain("This is an older edition");
  expect((await ask(`/moved-an-article-${id}/editions/2`)).status).toBe(200);
});

test("a style that is not the page's own is refused by its policy, and the page's own is let in", async () => {
  const { path } = await published();
  const answer = await ask(path);
  const style =
    elementsOf(readStrictly(await answer.text()))
      .find(({ name }) => name === "style")
      ?.children.join("") ?? "";
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(style))).toString("base64");
  expect(answer.headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
});

test("the script that a page asks for is there with the page, and may be kept for ever", async () => {
  const { path } = await published();
  const [, address = ""] = /<script src="([^"]+)"/.exec(await read(path)) ?? [];
  const script = await ask(address);
  expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("while the database is away readers get the last good page, or are asked to come back", async () => {
  const { path } = await published();
  const text = await read(path);
  const pool = readerPool();
  globalThis.imprimaturReaderPool = new pg.Pool({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
  try {
    expect(await read(path)).toBe(text);
    const unseen = await ask("/never-seen");
    expect(unseen.status).toBe(503);
    expect(unseen.headers.get("retry-after")).toBe("30");
    expect(await unseen.text()).not.toMatch(/127\.0\.0\.1|Error| at /);
  } finally {
    await globalThis.imprimaturReaderPool.end();
    globalThis.imprimaturReaderPool = pool;
  }
});

test("the readers' role can read no draft", async () => {
  for (const table of ["section", "article", "user_account", "comment", "event"])
    await expect(readerPool().query(`select * from ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
});

test("an article leaves the news sitemap by the clock alone, and where nothing got old nothing is written", async () => {
  const { id, path } = await published();
  const news = async () =>
    (await client.query("select body, baked_at from page where path = '/sitemap-news.xml'")).rows[0];
  const refresh = () => inTransaction(rebakeNews);
  const first = await news();
  expect(String(first.body)).toContain(path);
  await refresh();
  expect((await news()).baked_at).toEqual(first.baked_at);
  await client.query("update published_article set first_at = now() - interval '49 hours' where article_id = $1", [id]);
  await refresh();
  expect(String((await news()).body)).not.toContain(path);
});
