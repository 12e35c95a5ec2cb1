import { afterAll } from "vitest";
import { createTestDatabase } from "./database";

/**
 * A database of the test file's own, which `@/server/db` then connects to: import this file before all others of the
 * server, because the connection is made when those are loaded.
 */
export const database = await createTestDatabase();

Object.assign(process.env, {
  DATABASE_URL: database.ownerUrl,
  DATABASE_APP_URL: database.appUrl,
  DATABASE_READER_URL: database.readerUrl,
});

afterAll(async () => {
  const { imprimaturDb, imprimaturReaderPool, imprimaturHubs } = globalThis;
  for (const { listeners, client } of imprimaturHubs?.values() ?? []) {
    // Whoever still listens would go on at the next file's database.
    for (const group of listeners.values()) group.clear();
    await client?.end().catch(() => undefined);
  }
  await imprimaturReaderPool?.end().catch(() => undefined);
  await imprimaturDb?.$disconnect();
  await database.drop();
  Object.assign(globalThis, { imprimaturDb: undefined, imprimaturReaderPool: undefined, imprimaturHubs: undefined });
});
