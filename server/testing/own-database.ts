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
  const { db } = await import("@/server/db");
  await db.$disconnect();
  await database.drop();
});
