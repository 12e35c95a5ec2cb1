import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database";
import { fill, inOneTransaction, type Names, openNewsroom, type Told, writeArticle } from "./newsroom-sql";

/**
 * A way round the gate: an article told as in `told`, then transactions that are allowed (`before`), then one that must
 * be refused by the constraint named in `refusal`, or for want of permission.
 */
export type Way = { way: string; told?: Told; before?: string[]; sql: string; refusal: string };

/** Tries each way as `imprimatur_app` on an article of its own, and sees that nothing more was published by it. */
export function triesInVain(ways: readonly Way[]): void {
  const room = useNewsroom();
  test.each(ways)("$way", async ({ told, before, sql, refusal }) => {
    const names = await room.article(told);
    for (const transaction of before ?? []) await inOneTransaction(room.client(), fill(transaction, names));
    const published = await editionsOf(room.client());
    const error = await failureOf(inOneTransaction(room.client(), fill(sql, names)));
    expect(nameOf(error)).toBe(refusal);
    expect(await editionsOf(room.client())).toBe(published);
  });
}

/** A database with a newsroom in it for the tests of one file, and a connection to it as the app. */
export function useNewsroom() {
  let database: TestDatabase;
  let connection: pg.Client;
  let newsroom: Names;
  beforeAll(async () => {
    database = await createTestDatabase();
    connection = new pg.Client({ connectionString: database.appUrl });
    await connection.connect();
    newsroom = await openNewsroom(connection);
    const { article, section, reference, sectionApproval } = await writeArticle(connection, newsroom);
    Object.assign(newsroom, {
      foreignArticle: article,
      foreignSection: section,
      foreignReference: reference,
      foreignApproval: sectionApproval,
    });
  });
  afterAll(async () => {
    await connection.end();
    await database.drop();
  });
  return {
    client: () => connection,
    database: () => database,
    article: (told?: Told) => writeArticle(connection, newsroom, told),
  };
}

/** The error that a promise is rejected with; that it is not rejected is a failure of the test. */
export async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  try {
    await attempt;
  } catch (error) {
    return error;
  }
  return expect.unreachable("this was allowed");
}

/** What an attempt was refused by: the constraint's name, "permission denied", or the whole message. */
export function nameOf(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  if (error.code === "42501") return "permission denied";
  return error.constraint ?? error.message;
}

async function editionsOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query("select count(*)::int as editions from edition");
  return Number(rows[0]?.["editions"]);
}
