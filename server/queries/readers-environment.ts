import { databaseUrl } from "@/server/db/urls";

const told = ["NODE_ENV", "SITE_URL", "TMPDIR", "PGSSLMODE", "PGSSLROOTCERT", "NODE_EXTRA_CA_CERTS"];

/**
 * What each of so many threads that answer readers is told: the readers' connection, its share of memory and connections,
 * and nothing that opens more than that.
 */
export function readersEnvironment(threads: number): Record<string, string> {
  const share = (name: string, whole: number, least: number) =>
    String(Math.max(Math.floor((Number(process.env[name]) || whole) / threads), least));
  const shared = told.flatMap((name) => {
    const value = process.env[name];
    return value ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(shared),
    DATABASE_READER_URL: databaseUrl("reader"),
    READER_MEMORY: share("READER_MEMORY", 128, 16),
    READER_POOL: share("READER_POOL", 4, 2),
  };
}
