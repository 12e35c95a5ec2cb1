import "@/server/testing/own-database";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { SignedReceipt } from "@/domain/publishing/receipt/receipt";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { db } from "@/server/db";
import { answerReader } from "@/server/queries/reader-answer";
import { stopHearing } from "@/server/queries/reader-page";
import { readerPool } from "@/server/db/reader-pool";
import { keysIn } from "@/server/receipts/known-keys";
import { verifyReceipt } from "@/server/receipts/verify";
import { edit, endOf, granted } from "@/server/testing/drafts";
import { database } from "@/server/testing/own-database";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, publishing, writePublished } from "@/server/testing/rounds";
import { inOneTransaction } from "@/server/testing/newsroom-sql";
import { failureOf, nameOf } from "@/server/testing/ways";

let ada: Somebody;
let bo: Somebody;
let id: ArticleId;
let slug: string;
let app: pg.Client;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  await db.site.create({ data: { name: "The Saltmarsh", baseUrl: "https://saltmarsh.example" } });
  id = await writePublished(ada, bo, "Ferries and bridges");
  await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" Always")));
  await handIn(ada, id);
  await approveAll(bo, id);
  await granted(publish.run(ada, await publishing(id, "They are always slow.")));
  await granted(retract.run(await hire("Ann", "admin"), { articleId: id, reason: "They are not." }));
  slug = (await db.article.findUniqueOrThrow({ where: { id } })).slug;
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  stopHearing();
  await app.end();
  await readerPool().end();
});

/** What a reader is answered: status, headers, text. */
async function ask(pathname: string, headers: Record<string, string> = {}) {
  const answer = await answerReader(
    {
      method: "GET",
      pathname,
      acceptEncoding: null,
      ifNoneMatch: headers["if-none-match"] ?? null,
      accept: headers["accept"] ?? null,
      acceptDatetime: headers["accept-datetime"] ?? null,
    },
    "packed",
  );
  const sent = new Headers(
    answer.headers.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[name, answer.headers[at + 1] ?? ""]] : [],
    ),
  );
  return {
    status: answer.status,
    headers: sent,
    bytes: answer.body ?? new Uint8Array(),
    text: Buffer.from(answer.body ?? []).toString("utf8"),
  };
}

const at = (number: number, rest = ""): string => `/${slug}/editions/${number}${rest}`;

test("every edition has a receipt that is sound with its text, its key and the receipt before it", async () => {
  const keys = keysIn((await ask("/.well-known/imprimatur-keys.json")).text);
  if (!keys.ok) throw new Error(keys.error);
  for (const number of [1, 2, 3]) {
    const receipt = (await ask(at(number, "/receipt.json"))).bytes;
    const edition = (await ask(at(number, ".json"))).bytes;
    const previous = number > 1 ? (await ask(at(number - 1, "/receipt.json"))).bytes : null;
    const result = verifyReceipt({ receipt, keys: keys.value, edition, previous });
    if (!result.ok) throw new Error(result.error);
    expect(result.value.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(result.value.checks.length).toBe(previous ? 12 : 9);
    expect(result.value.receipt.edition).toMatchObject({
      number,
      kind: ["first", "correction", "retraction"][number - 1],
    });
  }
});

test("a receipt says who approved what and what the text rests on, and a person can read it", async () => {
  const { receipt } = SignedReceipt.parse(JSON.parse((await ask(at(2, "/receipt.json"))).text));
  expect(receipt.sections.every(({ approved }) => approved.by === "Bo")).toBe(true);
  expect(receipt.sources.map(({ title }) => title)).toEqual([
    "Ferries of Ferries and bridges",
    "Bridges of Ferries and bridges",
  ]);
  expect(receipt.citations.map(({ items }) => items[0]?.reference)).toEqual(
    receipt.sources.map(({ reference }) => reference),
  );
  expect(receipt.edition.note).toBe("They are always slow.");
  const { text } = await ask(at(2, "/receipt"));
  for (const said of [
    "approved by Bo",
    "Ferries of Ferries and bridges",
    "no copy was kept",
    "verify-receipt https://saltmarsh.example",
  ])
    expect(text).toContain(said);
});

const receiptFor = (changed: Record<string, string> = {}): string => {
  const columns = {
    sha256: "sha256",
    previous: "previous",
    key_id: "key_id",
    text: "text",
    edition_id: "edition_id",
    ...changed,
  };
  return `insert into receipt (edition_id, article_id, sha256, previous, key_id, text)
    select ${columns.edition_id}, article_id, ${columns.sha256}, ${columns.previous}, ${columns.key_id}, ${columns.text} from receipt limit 1`;
};

test.each([
  ["one that was changed", "update receipt set text = text || ' '", "permission denied"],
  ["one that was taken away", "delete from receipt", "permission denied"],
  ["a hash of other bytes", receiptFor({ text: "text || ' '" }), "receipt_has_the_hash_of_its_bytes"],
  [
    "one of another edition",
    receiptFor({ edition_id: "(select id from edition where number = 3)" }),
    "receipt_is_of_its_edition",
  ],
  ["one with another key", receiptFor({ key_id: "'nobody’s'" }), "receipt_is_of_its_edition"],
  [
    "one that leaves the chain",
    "insert into receipt (edition_id, article_id, sha256, previous, key_id, text) select edition_id, receipt.article_id, receipt.sha256, null, key_id, text from receipt join edition on edition.id = edition_id where number = 2",
    "receipt_follows_the_one_before",
  ],
  ["a key that signs anew", "update signing_key set made_at = now() - interval '1 year'", "a_key_only_retires"],
  ["a key that is forgotten", "delete from signing_key", "permission denied"],
  [
    "two keys at once",
    "insert into signing_key (id, public) values (rpad('', 43, 'x'), 'x')",
    "one_key_signs_at_a_time",
  ],
])("the database refuses of receipts: %s", async (_way, sql, refusal) => {
  expect(nameOf(await failureOf(inOneTransaction(app, sql)))).toBe(refusal);
});

test("not even the database's owner changes a receipt or forgets a key", async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  for (const [sql, refusal] of [
    ["update receipt set text = text || ' '", "receipts_are_kept"],
    ["delete from receipt", "receipts_are_kept"],
    ["truncate receipt", "receipts_are_kept"],
    ["delete from signing_key", "signing_keys_are_kept"],
  ] as const)
    expect(nameOf(await failureOf(inOneTransaction(owner, sql)))).toBe(refusal);
  await owner.end();
});

test("readers' connections can see neither keys nor receipts' rows", async () => {
  for (const table of ["signing_key", "receipt", "reader_report"])
    await expect(readerPool().query(`select * from ${table}`)).rejects.toThrow("permission denied");
});

test("each edition says when it is of and where its neighbours are, in headers and in the timemap", async () => {
  const { headers } = await ask(at(2));
  const [first, second] = await db.edition.findMany({ where: { articleId: id }, orderBy: { number: "asc" } });
  expect(headers.get("memento-datetime")).toBe(second?.publishedAt.toUTCString());
  const link = headers.get("link") ?? "";
  for (const [number, rel] of [
    [1, "first memento"],
    [1, "prev memento predecessor-version"],
    [3, "memento successor-version"],
    [3, "last memento"],
  ] as const)
    expect(link).toContain(`<https://saltmarsh.example${at(number)}>; rel="${rel}"`);
  expect(link).not.toMatch(/rel="[^"]*\b(next|prefetch|preload)\b/);
  expect(link).toContain(`<https://saltmarsh.example/${slug}/timegate>; rel="timegate"`);
  const timemap = await ask(`/${slug}/timemap`);
  expect(timemap.headers.get("content-type")).toBe("application/link-format");
  expect(timemap.text.match(/memento"/g)).toHaveLength(3);
  expect(timemap.text).toContain(`rel="first memento"; datetime="${first?.publishedAt.toUTCString()}"`);
});

test("the timegate leads to the edition that was in force, and refuses a moment that is none", async () => {
  const editions = await db.edition.findMany({ where: { articleId: id }, orderBy: { number: "asc" } });
  const lead = (date?: string) => ask(`/${slug}/timegate`, date === undefined ? {} : { "accept-datetime": date });
  expect((await lead("Thu, 01 Jan 1998 00:00:00 GMT")).headers.get("location")).toBe(
    `https://saltmarsh.example${at(1)}`,
  );
  expect((await lead("Fri, 01 Jan 2100 00:00:00 GMT")).headers.get("location")).toBe(
    `https://saltmarsh.example${at(3)}`,
  );
  const latest = await lead();
  expect(latest.status).toBe(302);
  expect(latest.headers.get("vary")).toBe("accept-datetime");
  expect(latest.headers.get("location")).toBe(`https://saltmarsh.example${at(editions.length)}`);
  expect((await lead("yesterday")).status).toBe(400);
});

test("who asks an article's address for a form for programs gets it, and no shared cache may keep it there", async () => {
  for (const [accept, type] of [
    ["application/x-bibtex", "application/x-bibtex"],
    ["application/x-research-info-systems", "application/x-research-info-systems"],
    ["application/vnd.citationstyles.csl+json, text/html;q=0.5", "application/vnd.citationstyles.csl+json"],
    ["text/markdown", "text/markdown"],
    ["application/json", "application/json"],
  ] as const) {
    const { status, headers } = await ask(`/${slug}`, { accept });
    expect([status, headers.get("content-type")]).toEqual([200, `${type}; charset=utf-8`]);
    expect(headers.get("vary")).toBe("Accept, Accept-Encoding");
    expect(headers.get("cache-control")).toBe("private, no-cache");
    expect(headers.get("content-location")).toMatch(new RegExp(`^/${slug}\\.`));
  }
  for (const accept of [
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "*/*",
    "application/json;q=0.5, text/html",
  ])
    expect((await ask(`/${slug}`, { accept })).headers.get("content-type")).toContain("text/html");
  expect((await ask("/", { accept: "application/json" })).headers.get("content-type")).toContain("text/html");
});

test("everything of an article that is baked is linked from its pages, and every link of them leads somewhere", async () => {
  const seen = new Map<string, number>();
  const waiting = [`/${slug}`];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const { status, text, headers } = await ask(path);
    seen.set(path, status);
    const linked = headers.get("content-type")?.includes("html") ? [...text.matchAll(/href="(\/[^"#]*)/g)] : [];
    waiting.push(...linked.map(([, href = ""]) => href));
    const shown = text.matchAll(/property="og:image" content="https:\/\/saltmarsh\.example([^"]*)"/g);
    waiting.push(...[...shown].map(([, image = ""]) => image));
    const named = (headers.get("link") ?? "").matchAll(/<https:\/\/saltmarsh\.example([^>]*)>/g);
    waiting.push(...[...named].map(([, href = ""]) => href));
  }
  // The timegate leads on, and the search is drawn by the front when it is asked for.
  const unbaked = [`/${slug}/timegate`, "/search"];
  expect([...seen].filter(([path, status]) => status !== 200 && !unbaked.includes(path))).toEqual([]);
  const baked = await db.page.findMany({ where: { articleId: id }, select: { path: true } });
  expect(baked.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual([]);
});

test("what changed from one edition to the next is told in words and marks", async () => {
  const { text } = await ask(at(2, "/changes"));
  expect(text).toContain("1 word added, no words taken out");
  expect(text).toMatch(/<ins>[^<]*Always/);
  expect((await ask(at(3, "/changes"))).text).toContain("not a word");
});
