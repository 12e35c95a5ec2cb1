import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { fail, ok, type Result } from "@/domain/result";
import { databaseUrl } from "./urls";

/** Too many tries: how many seconds from now the next one is let through. */
export type Limited = { kind: "limited"; seconds: number; message: string };

/** How many tries in how many seconds, for all processes together. */
const limits = {
  email: { points: 10, duration: 15 * 60 },
  address: { points: 60, duration: 15 * 60 },
  account: { points: 10, duration: 15 * 60 },
  report: { points: 5, duration: 60 * 60 },
  reports: { points: 120, duration: 60 * 60 },
  picture: { points: 200, duration: 10 * 60 },
  find: { points: 600, duration: 10 * 60 },
} as const;

/** Counts a try, before it is looked at, and says whether it may go on; one that costs more counts as several. */
export async function countTry(kind: keyof typeof limits, key: string, points = 1): Promise<Result<null, Limited>> {
  try {
    await limiter(kind).consume(key, points);
    return ok(null);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    return fail({ kind: "limited", seconds, message: waitFor(seconds) });
  }
}

/** Forgets the tries that were counted: the last one was right. */
export async function forgetTries(kind: keyof typeof limits, key: string): Promise<void> {
  await limiter(kind).delete(key);
}

/** How long to wait, as a sentence. */
function waitFor(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const time = seconds < 90 ? `${seconds} seconds` : `${minutes} minutes`;
  return `Too many attempts. Try again in ${time}.`;
}

let pool: Pool | undefined;
const made = new Map<string, RateLimiterPostgres>();

function limiter(kind: keyof typeof limits): RateLimiterPostgres {
  const known = made.get(kind);
  if (known) return known;
  const fresh = new RateLimiterPostgres({
    storeClient: (pool ??= connect()),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: kind,
    ...limits[kind],
  });
  made.set(kind, fresh);
  return fresh;
}

/** Counting must not wait behind the desk's own work, so it has two connections of its own. */
function connect(): Pool {
  const fresh = new Pool({
    connectionString: databaseUrl("app"),
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    allowExitOnIdle: true,
  });
  // A connection that the server closes while it idles is replaced by the pool; unheard, its error would end the process.
  fresh.on("error", () => undefined);
  return fresh;
}
