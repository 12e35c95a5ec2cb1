import { createTestDatabase } from "@/server/testing/database";

/** Measures on a database of its own, which is there before anything connects to one. */
const database = await createTestDatabase();
Object.assign(process.env, {
  DATABASE_URL: database.ownerUrl,
  DATABASE_APP_URL: database.appUrl,
  DATABASE_READER_URL: database.readerUrl,
});
try {
  await import("./hundred-thousand/measure");
} finally {
  await database.drop();
}
process.exit();
