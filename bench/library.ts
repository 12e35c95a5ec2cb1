import type pg from "pg";
import type { Actor } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { everything, type LibraryQuestion, questionText } from "@/domain/source/library-question";
import { createTestDatabase, onServer } from "@/server/testing/database";
import { addLines, author, indexLines } from "./library/lines";
import { questions } from "./library/questions";

const sizes = (process.env["SOURCES"] ?? "10000,100000,1000000").split(",").map(Number);
const aim = 100;

/**
 * Fills the library of a database of its own and asks it what people ask: every order, filter and kind of words, alone and
 * together. A question is the whole answer of the screen: a page of fifty, how many there are, and the counts beside each choice.
 */
async function bench(): Promise<void> {
  const database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl });
  const { db } = await import("@/server/db");
  const { library } = await import("@/server/queries/library");
  const actor: Actor = { id: UserId.parse(author), roles: ["editor"] };
  const ask = async (question: LibraryQuestion, after: string | null = null) => {
    const start = performance.now();
    const found = await library(actor, question, { after });
    return { ms: performance.now() - start, found };
  };
  try {
    await onServer(database.ownerUrl, async (owner) => {
      let filled = 0;
      for (const size of sizes) {
        const start = performance.now();
        await fill(owner, filled, size);
        filled = size;
        const seconds = Math.round((performance.now() - start) / 1000);
        const asked = questions.map((one) => ({ ...everything, ...one }));
        const took: { ms: number; what: string }[] = [];
        for (const question of asked) {
          const first = await ask(question);
          for (let run = 0; run < 4; run++) took.push({ ms: (await ask(question)).ms, what: questionText(question) });
          const next = first.found?.next ?? null;
          if (next) took.push({ ms: (await ask(question, next)).ms, what: `${questionText(question)}, page 2` });
        }
        told(size, seconds, took);
      }
    });
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}

/** Rows are written without triggers and the list is made from them at the end, as the migration makes it. */
async function fill(owner: pg.Client, from: number, to: number): Promise<void> {
  await owner.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
  const restore = await indexLines(owner);
  for (let at = from; at < to; at += 50_000) await addLines(owner, at, Math.min(to, at + 50_000));
  await restore();
  await owner.query("vacuum analyze");
}

function told(size: number, seconds: number, took: { ms: number; what: string }[]): void {
  took.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]?.ms ?? 0;
  const figures = [0.5, 0.95, 0.99].map((share) => at(share).toFixed(1)).join(", ");
  console.log(
    `  ${size.toLocaleString("en").padStart(9)} sources (made in ${seconds} s): p50, p95, p99 of ${took.length} answers ${figures} ms (aim: p95 under ${aim} ms)`,
  );
  for (const { ms, what } of took.slice(-5)) console.log(`      slowest: ${ms.toFixed(0)} ms  ${what}`);
  if (at(0.95) >= aim) process.exitCode = 1;
}

await bench();
