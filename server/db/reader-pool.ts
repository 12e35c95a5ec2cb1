import pg from "pg";
import { databaseUrl } from "./urls";

declare global {
  var imprimaturReaderPool: pg.Pool | undefined;
}

/** How many connections readers have at most. */
export const readerConnections = Number(process.env["READER_POOL"] ?? 4);

/** The readers' own connections, as `imprimatur_reader`: the role can read pages and editions, and nothing else. */
export function readerPool(): pg.Pool {
  return (globalThis.imprimaturReaderPool ??= opened());
}

function opened(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl("reader"),
    max: readerConnections,
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
    statement_timeout: 5_000,
    idleTimeoutMillis: 60_000,
  });
  // A connection that breaks while idle is replaced by the pool; unheard, the error would end the process.
  pool.on("error", () => {});
  return pool;
}
