import { database } from "@/server/testing/own-database";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMissed } from "@/domain/publishing/near";
import { readerPool } from "@/server/db/reader-pool";
import { lookUp, nearest } from "./near";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("set session_replication_role = replica");
  // Titles and addresses of six made-up words; every tenth article was retracted.
  await owner.query(`
    insert into published_article (article_id, edition_id, slug, title, standfirst, byline, language, number, kind, standing,
      sources, title_slug, first_at, latest_at, words, search)
    select gen_random_uuid(), gen_random_uuid(), replace(said, ' ', '-') || '-' || n, said, '', '', 'en', 1,
      case when n % 10 = 0 then 'retraction' else 'first' end, n % 10 <> 0, 1, replace(said, ' ', '-'), now(), now(), '', ''
    from generate_series(1, 20000) as n cross join lateral (
      select string_agg(translate(substr(md5(((n * (k * 7919 + 1)) % 25013)::text), 1, 6), '0123456789', 'ghijklmnop'), ' ') as said
      from generate_series(1, 6) as k where n > 0
    ) as title`);
  await owner.query("analyze published_article");
});
afterAll(async () => {
  await readerPool().end();
  await owner.end();
});

const missed = (path: string) => {
  const read = readMissed(path);
  if (!read) throw new Error(`${path} is no article's address`);
  return read;
};
const slugAt = async (offset: number, standing = true) => {
  const { rows } = await owner.query<{ slug: string }>(
    "select slug from published_article where standing = $1 order by slug offset $2 limit 1",
    [standing, offset],
  );
  return rows[0]?.slug ?? "";
};

test("however much is published, what is near is found by its indexes and never by reading the table", async () => {
  const { words, beginning, runs } = missed(`/2019/${(await slugAt(7_000)).slice(0, 30)}`);
  const { rows } = await owner.query<{ "QUERY PLAN": string }>(`explain ${lookUp}`, [words, beginning, runs]);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  for (const index of ["published_by_slug", "published_by_slug_end", "published_by_title", "published_by_title_end"])
    for (const way of ["Index Scan", "Index Scan Backward"]) expect(plan).toMatch(new RegExp(`${way} using ${index} `));
  expect(plan).not.toContain("Seq Scan");
});

test("among twenty thousand the one that was meant is the nearest, and of what was retracted nothing is", async () => {
  for (const offset of [10, 5_000, 17_000]) {
    const slug = await slugAt(offset);
    const without = (place: number) => `/${slug.slice(0, place)}${slug.slice(place + 1)}`;
    for (const path of [
      without(0),
      without(9),
      without(20),
      without(slug.length - 2),
      `/${slug.slice(0, 24)}`,
      `/blog/2019/${slug}.html`,
    ])
      expect((await nearest(missed(path)))[0]?.slug).toBe(slug);
    const gone = await slugAt(offset / 10, false);
    expect((await nearest(missed(`/${gone}x`))).map((near) => near.slug)).not.toContain(gone);
  }
});

test("a look-up that takes too long is given up, and the connection is as it was before", async () => {
  await owner.query("begin; lock table published_article in access exclusive mode");
  await expect(nearest(missed("/the-spring-tide"))).rejects.toThrow(/statement timeout/);
  await owner.query("rollback");
  const { rows } = await readerPool().query("show statement_timeout");
  expect([rows, readerPool().totalCount]).toEqual([[{ statement_timeout: "5s" }], 1]);
});
