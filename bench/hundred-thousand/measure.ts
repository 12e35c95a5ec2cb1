import pg from "pg";
import { publish } from "@/server/commands/publishing/publish";
import { rebakeLists } from "@/server/baking/from-database";
import { db, inTransaction } from "@/server/db";
import { readerPool } from "@/server/db/reader-pool";
import { readMissed } from "@/domain/publishing/near";
import { nearest } from "@/server/queries/near";
import { search, searchAround } from "@/server/queries/search";
import { granted } from "@/server/testing/drafts";
import { hire } from "@/server/testing/people";
import { publishing, writeApproved } from "@/server/testing/rounds";
import { fillTo, words } from "./fill";

/**
 * What one more publication, a search and a missed address take with a thousand, ten thousand and a hundred thousand articles published:
 * `npm run bench hundred-thousand`, or with another number of articles in ARTICLES.
 */
const most = Number(process.env["ARTICLES"] ?? 100_000);
const levels = [1_000, 10_000, 100_000].filter((level) => level < most);
const owner = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
await owner.connect();
const ada = await hire("Ada", "editor");
const bo = await hire("Bo", "reviewer");
/** The first publication warms the type, the templates and the connections up. */
await publishOne(-1);

console.log(
  "articles   publish   of it lists   topic head   sitemap part   search p50   p95   mistyped p95   missed p50   p95   longest",
);
const published: number[] = [];
for (const level of [...levels, most]) {
  await fillTo(owner, level);
  const took = await median(5, publishOne);
  const lists = await median(5, () => timed(() => inTransaction((tx) => rebakeLists(tx))));
  const topic = await median(5, () => redrawn("topic:topic-1", "max(page)"));
  const part = await median(5, () => redrawn("sitemap:articles", "max(page)"));
  const asked = await searches(200, (index) => words(index));
  const mistyped = await searches(40, (index) => `${words(index).slice(0, 9)}x`);
  const missed = await missing(60);
  const cells = [level, took, lists, topic - lists, part - lists, asked.p50, asked.p95, mistyped.p95];
  cells.push(missed.p50, missed.p95, missed.longest);
  console.log(cells.map((cell) => String(Math.round(Math.max(cell, 0) * 10) / 10).padStart(10)).join(" "));
  published.push(took);
}
await owner.end();
await db.$disconnect();
await readerPool().end();
// Flat: with a hundred times as many articles one more takes at most twice as long.
const [first = 0] = published;
if ((published.at(-1) ?? 0) > 2 * first + 50) process.exitCode = 1;

async function publishOne(round: number): Promise<number> {
  const id = await writeApproved(ada, bo, `One more ${round} ${Date.now()}`);
  const asked = await publishing(id);
  return timed(() => granted(publish.run(ada, asked)));
}

/** Lists with one page of one list to draw anew. */
async function redrawn(list: string, page: string): Promise<number> {
  await owner.query(
    `update list_page set touched = true where list = $1 and page = (select ${page} from list_page where list = $1)`,
    [list],
  );
  await owner.query(
    "update published_article set title = title || '.' where article_id in (select article_id from listed where list = $1 order by first_at desc limit 1)",
    [list],
  );
  return timed(() => inTransaction((tx) => rebakeLists(tx)));
}

async function searches(count: number, query: (index: number) => string): Promise<{ p50: number; p95: number }> {
  const { languages } = await searchAround();
  const took: number[] = [];
  for (let index = 0; index < count; index++)
    took.push(await timed(() => search({ q: query(index), lang: "", page: 1 }, languages)));
  took.sort((a, b) => a - b);
  return { p50: took[Math.floor(count / 2)] ?? 0, p95: took[Math.floor(count * 0.95)] ?? 0 };
}

/** Addresses with a letter left out, cut off, with words before them, and of words that are all over the place but no address. */
async function missing(count: number): Promise<{ p50: number; p95: number; longest: number }> {
  const { rows } = await owner.query<{ slug: string }>(
    "select slug from published_article order by slug limit $1 offset 50",
    [count],
  );
  const took: number[] = [];
  for (const [index, { slug }] of rows.entries()) {
    const asked = [
      `/${slug.slice(0, 11)}${slug.slice(12)}`,
      `/${slug.slice(0, 28)}`,
      `/2019/05/${slug}.html`,
      `/${words(index).replace(" ", "-")}`,
    ];
    for (const path of asked) {
      const read = readMissed(path);
      if (read) took.push(await timed(() => nearest(read)));
    }
  }
  took.sort((a, b) => a - b);
  return {
    p50: took[took.length >> 1] ?? 0,
    p95: took[Math.floor(took.length * 0.95)] ?? 0,
    longest: took.at(-1) ?? 0,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function median(rounds: number, run: (round: number) => Promise<number>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) took.push(await run(round));
  return took.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}
