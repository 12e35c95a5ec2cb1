import { database } from "@/server/testing/own-database";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { keysPath } from "@/domain/publishing/receipt/jwk";
import { SignedReceipt } from "@/domain/publishing/receipt/receipt";
import { publish } from "@/server/commands/publishing/publish";
import { replaceReceiptKey } from "@/server/commands/publishing/replace-key";
import { db } from "@/server/db";
import { signingKeys } from "@/server/queries/signing-keys";
import { keysIn } from "@/server/receipts/known-keys";
import { verifyReceipt } from "@/server/receipts/verify";
import { edit, endOf, granted, refused } from "@/server/testing/drafts";
import { inOneTransaction } from "@/server/testing/newsroom-sql";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, publishing, writeApproved, writePublished } from "@/server/testing/rounds";
import { failureOf, nameOf } from "@/server/testing/ways";

let ada: Somebody;
let bo: Somebody;
let cleo: Somebody;
let app: pg.Client;
let id: ArticleId;
let before: string;
let after: string;
const waiting: ArticleId[] = [];
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  cleo = await hire("Cleo", "admin");
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  id = await writePublished(ada, bo, "Before and after");
  before = await keyOfNow();
  after = (await granted(replaceReceiptKey.run(cleo, { key: before }))).key;
  await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" Always.")));
  await handIn(ada, id);
  await approveAll(bo, id);
  await granted(publish.run(ada, await publishing(id, "They always are.")));
  for (const title of ["During one replacement", "During another"]) waiting.push(await writeApproved(ada, bo, title));
}, 180_000);
afterAll(() => app.end());

const keyOfNow = async () => (await db.signingKey.findFirstOrThrow({ where: { retiredAt: null } })).id;
const published = async () => {
  const { body } = await db.page.findUniqueOrThrow({ where: { path: keysPath } });
  const keys = keysIn(Buffer.from(body).toString("utf8"));
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
};
const bytesOf = async (articleId: ArticleId, number: number) => {
  const edition = await db.edition.findUniqueOrThrow({ where: { articleId_number: { articleId, number } } });
  return Buffer.from((await db.receipt.findUniqueOrThrow({ where: { editionId: edition.id } })).text);
};

test("receipts from before and after a replacement are sound under the keys that the house publishes, in one chain", async () => {
  const [first, second] = [await bytesOf(id, 1), await bytesOf(id, 2)];
  const keys = await published();
  for (const [receipt, previous, signer] of [
    [first, null, before],
    [second, first, after],
  ] as const) {
    const result = verifyReceipt({ receipt, keys, edition: null, previous });
    if (!result.ok) throw new Error(result.error);
    expect(result.value.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(result.value.receipt.key).toBe(signer);
  }
  expect(
    await db.event.findFirst({ where: { type: "receipts.key-replaced" }, orderBy: { seq: "desc" } }),
  ).toMatchObject({
    actorId: cleo.id,
    data: { key: after, retired: before },
  });
});

test("the list of keys tells an admin which signs, which signed how much, and where its private half is", async () => {
  const list = await signingKeys(cleo);
  expect(list?.keys.map(({ receipts, privateHalf }) => [receipts, privateHalf])).toEqual([
    [1, "in the database"],
    [1, "no longer here"],
  ]);
  expect(list?.keys[1]?.retiredAt).not.toBeNull();
  expect(await signingKeys(ada)).toBeNull();
  expect((await refused(replaceReceiptKey.run(ada, { key: await keyOfNow() }))).kind).toBe("forbidden");
});

test("a key that is given from outside is not replaced from the desk", async () => {
  vi.stubEnv("RECEIPT_KEY", "/somewhere/key.pem");
  const refusal = await refused(replaceReceiptKey.run(cleo, { key: await keyOfNow() }));
  vi.unstubAllEnvs();
  expect(refusal).toMatchObject({ kind: "wrong-state", message: expect.stringContaining("RECEIPT_KEY") });
});

test("of five who replace the same key at once one does, and the others are told", async () => {
  const seen = await keyOfNow();
  const keys = await db.signingKey.count();
  const answers = await Promise.all(Array.from({ length: 5 }, () => replaceReceiptKey.run(cleo, { key: seen })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.kind]))).toEqual(Array(4).fill("stale"));
  expect(await db.signingKey.count()).toBe(keys + 1);
  expect((await published()).map(({ id }) => id)).toContain(await keyOfNow());
});

test("while keys are replaced, every edition is published, signed by a key that signed at that moment", async () => {
  const asked = await Promise.all(waiting.map((one) => publishing(one)));
  const replaceAgain = async () => {
    for (let times = 0; times < 4; times += 1) await granted(replaceReceiptKey.run(cleo, { key: await keyOfNow() }));
  };
  const [editions] = await Promise.all([Promise.all(asked.map((input) => publish.run(ada, input))), replaceAgain()]);
  expect(editions.filter(({ ok }) => !ok)).toEqual([]);
  const keys = await published();
  const periods = new Map((await db.signingKey.findMany()).map((row) => [row.id, row]));
  for (const one of waiting) {
    const receipt = await bytesOf(one, 1);
    const result = verifyReceipt({ receipt, keys, edition: null, previous: null });
    expect(result.ok && result.value.checks.every(({ ok }) => ok)).toBe(true);
    const said = SignedReceipt.parse(JSON.parse(receipt.toString())).receipt;
    const signer = periods.get(said.key);
    expect(Date.parse(said.made)).toBeGreaterThanOrEqual(signer?.madeAt.getTime() ?? Number.NaN);
    expect(Date.parse(said.made)).toBeLessThanOrEqual(signer?.retiredAt?.getTime() ?? Number.POSITIVE_INFINITY);
  }
}, 60_000);

test("a key waits for the receipt that it is signing before it retires", async () => {
  const seen = await keyOfNow();
  await app.query("begin");
  await app.query("select from signing_key where retired_at is null for share");
  let done = false;
  const replaced = replaceReceiptKey.run(cleo, { key: seen }).finally(() => (done = true));
  await vi.waitFor(async () => {
    const { rows } = await app.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    expect(rows.length).toBeGreaterThan(0);
  }, 5_000);
  expect(done).toBe(false);
  await app.query("commit");
  expect((await replaced).ok).toBe(true);
});

const retired = "(select id from signing_key where retired_at is not null limit 1)";
test.each([
  ["another public half", "update signing_key set public = 'forged' where retired_at is null", "a_key_only_retires"],
  ["another name", "update signing_key set id = rpad('', 43, 'f') where retired_at is null", "a_key_only_retires"],
  ["a life after its end", `update signing_key set retired_at = null where id = ${retired}`, "a_key_only_retires"],
  ["another end", `update signing_key set retired_at = now() where id = ${retired}`, "a_key_only_retires"],
  ["its private half back", `update signing_key set secret = 'pem' where id = ${retired}`, "a_key_only_retires"],
  ["no place among the keys", "delete from signing_key", "permission denied"],
  ["all of them gone", "truncate signing_key cascade", "permission denied"],
  ["no guard", "alter table signing_key disable trigger key_only_retires", "permission denied"],
  [
    "a past in which it signed",
    "insert into signing_key (id, public, made_at, retired_at) values (rpad('', 43, 'x'), 'x', '2001-01-01', '2002-01-01')",
    "a_key_begins_now",
  ],
  [
    "a receipt after its end",
    `insert into receipt (edition_id, article_id, sha256, previous, key_id, text)
     select edition_id, article_id, sha256, previous, key_id, text from receipt where key_id = ${retired} and previous is null limit 1`,
    "receipt_is_signed_by_the_key_of_now",
  ],
])("the app's role cannot give a published key %s", async (_what, sql, refusal) => {
  const before = await db.signingKey.findMany({ orderBy: { id: "asc" } });
  const error = await failureOf(inOneTransaction(app, sql));
  expect(nameOf(error)).toBe(refusal);
  expect(await db.signingKey.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

test("when a key retires is the database's word, whatever is asked", async () => {
  const seen = await keyOfNow();
  const before = new Date();
  await app.query("begin");
  await app.query("update signing_key set retired_at = '2001-01-01', secret = null where retired_at is null");
  const { rows } = await app.query("select retired_at, made_at from signing_key where id = $1", [seen]);
  await app.query("rollback");
  expect(rows[0].retired_at.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000);
});
