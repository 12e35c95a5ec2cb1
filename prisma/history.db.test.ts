import pg from "pg";
import { expect, test } from "vitest";
import { run } from "@/cli/verify";
import { readEventChain } from "@/server/queries/event-chain";
import { createTestDatabase, onServer, type TestDatabase } from "@/server/testing/database";
import { failureOf, nameOf } from "@/server/testing/ways";

const tell = (type: string, data: unknown = {}) => ({
  text: "insert into event (type, data) values ($1, $2)",
  values: [type, JSON.stringify(data)],
});

/** A newsroom of its own with five events in its history, and what its owner then does to them behind every trigger's back. */
async function historyAfter(tampering: string): Promise<unknown> {
  return withHistory(async ({ appUrl, ownerUrl }) => {
    await onServer(appUrl, async (app) => {
      for (const count of [1, 2, 3, 4, 5]) await app.query(tell("site.changed", { count, name: "“Zürich” | 12.50" }));
    });
    await onServer(ownerUrl, (owner) => owner.query(`set session_replication_role = replica; ${tampering}`));
    return readEventChain(appUrl);
  });
}

async function withHistory<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase();
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

test("a history that nobody touched is whole, whatever words are in it", async () => {
  expect(await historyAfter("")).toMatchObject({ kind: "whole", events: 5 });
});

test("a history in which nothing has happened yet is whole", async () => {
  await withHistory(async ({ appUrl }) =>
    expect(await readEventChain(appUrl)).toMatchObject({ kind: "whole", events: 0 }),
  );
});

test.each([
  ["whose words were changed", `update event set data = '{"count": 30}' where seq = 3`, 3n],
  [
    "whose time was changed by a millionth of a second",
    "update event set at = at + interval '1 microsecond' where seq = 2",
    2n,
  ],
  [
    "whose actor was put in",
    "insert into user_account (id, email, name, password_hash, roles) values (gen_random_uuid(), 'x@example.org', 'X', '-', '{admin}'); update event set actor_id = (select id from user_account) where seq = 4",
    4n,
  ],
  ["that is gone", "delete from event where seq = 2", 2n],
  ["at the beginning that is gone", "delete from event where seq = 1", 1n],
  ["at the end that is gone", "delete from event where seq >= 4", 4n],
  [
    "that was hashed again after a change",
    `update event e set data = '{}', hash = encode(sha256(convert_to(event_line(jsonb_populate_record(e, '{"data":{}}')), 'UTF8')), 'hex') where seq = 2`,
    3n,
  ],
  [
    "that was the last and was hashed again after a change",
    `update event e set data = '{}', hash = encode(sha256(convert_to(event_line(jsonb_populate_record(e, '{"data":{}}')), 'UTF8')), 'hex') where seq = 5`,
    5n,
  ],
  [
    "that was slipped in at the end",
    "insert into event select 6, now(), type, actor_id, article_id, data, hash, hash from event where seq = 5",
    6n,
  ],
])("an event %s is named as the first broken one", async (_, tampering, event) => {
  expect(await historyAfter(tampering)).toMatchObject({ kind: "broken", event });
});

test("the command says that history is whole with 0, and that it is not with 1", async () => {
  await withHistory(async ({ appUrl, ownerUrl }) => {
    process.env["DATABASE_URL"] = appUrl;
    await onServer(appUrl, (app) => app.query(tell("site.changed")));
    expect(await run([])).toBe(0);
    await onServer(ownerUrl, (owner) =>
      owner.query("set session_replication_role = replica; update event set type = 'a.b'"),
    );
    expect(await run([])).toBe(1);
  });
  delete process.env["DATABASE_URL"];
});

test("number, time and hashes of an event are the database's, whatever the statement says", async () => {
  await withHistory(async ({ appUrl }) => {
    await onServer(appUrl, (app) =>
      app.query(
        "insert into event (seq, at, type, data, prev_hash, hash) values (77, '1999-01-01', 'site.changed', '{}', 'x', 'y')",
      ),
    );
    expect(await readEventChain(appUrl)).toMatchObject({ kind: "whole", events: 1 });
  });
});

test("many at once write one chain, and what was rolled back leaves no gap", async () => {
  await withHistory(async ({ appUrl }) => {
    const pool = new pg.Pool({ connectionString: appUrl, max: 10 });
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const client = await pool.connect();
        await client.query("begin");
        await client.query(tell("site.changed", { index }));
        await client.query(index % 3 === 0 ? "rollback" : "commit");
        client.release();
      }),
    );
    await pool.end();
    expect(await readEventChain(appUrl)).toMatchObject({ kind: "whole", events: 40 });
  });
});

test("whoever listens hears of an event once it is committed", async () => {
  await withHistory(async ({ appUrl }) => {
    await onServer(appUrl, async (listener) => {
      const heard = new Promise<string>((resolve) =>
        listener.on("notification", ({ payload }) => resolve(payload ?? "")),
      );
      await listener.query("listen imprimatur");
      await onServer(appUrl, (app) => app.query(tell("site.changed")));
      expect(JSON.parse(await heard)).toEqual({ article: null, type: "site.changed", seq: 1 });
    });
  });
});

test("an event is a noun and a verb", async () => {
  await withHistory(async ({ appUrl }) => {
    const error = await onServer(appUrl, (app) => failureOf(app.query(tell("a|b"))));
    expect(nameOf(error)).toBe("event_type_is_noun_and_verb");
  });
});
