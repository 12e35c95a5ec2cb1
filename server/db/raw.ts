import pg from "pg";

/** Rows of a statement that must be read as PostgreSQL writes them, on a connection of its own to the given URL. */
export async function rows(url: string, sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away while nothing is asked is reported by the next question.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql, params)).rows;
  } finally {
    await client.end();
  }
}
