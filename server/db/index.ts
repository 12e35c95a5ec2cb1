import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/server/db/generated/client";
import { isConflict } from "./conflicts";
import { databaseUrl } from "./urls";

declare global {
  var imprimaturDb: PrismaClient | undefined;
}

/** The desk's connection, as `imprimatur_app`: it owns nothing and cannot alter. */
export const db: PrismaClient = (globalThis.imprimaturDb ??= new PrismaClient({
  adapter: new PrismaPg({
    connectionString: databaseUrl("app"),
    max: Number(process.env["DATABASE_POOL"] ?? 10),
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  }),
}));

export type Tx = Prisma.TransactionClient;

/** Runs the work in one transaction, again (at most five times) when another transaction got in its way. */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 15_000, timeout: 30_000 });
    } catch (error) {
      if (attempt === 5 || !isConflict(error)) throw error;
      await new Promise((resume) => setTimeout(resume, attempt * 20));
    }
  }
}

/** Reads at one moment: whatever others write meanwhile, all that the work asks is as it stood when it began. */
export function atOneMoment<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work, { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 15_000 });
}
