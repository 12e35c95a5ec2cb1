import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { environments } from "./environment.mjs";
import { dataFolder, root } from "./folders.mjs";
import { Refusal } from "./refusal.mjs";

/** The subcommands that look into the database; all others, misspelt ones too, need none. */
const needing = new Set(["export", "import", "import-retractions", "key", "user", "verify"]);

/**
 * Runs the command line with the connections it needs: those of DATABASE_URL, else of this install's own Postgres. One
 * that runs already is used; one that had to be started is stopped again at the end. Answers what `begin` answers: the exit code.
 */
export async function withDatabase(words, begin) {
  if (!needing.has(words[0])) return begin();
  if (process.env.DATABASE_URL) return connected(process.env.DATABASE_URL, begin);
  if (!existsSync(join(dataFolder, "postgres"))) {
    throw new Refusal("There is no newsroom in this folder yet: run npm start once, or set DATABASE_URL.");
  }
  const { startPostgres } = await import("./postgres.mjs");
  const cluster = await startPostgres(dataFolder);
  if (cluster.adopted) return connected(cluster.url("imprimatur"), begin);
  // A program of its own, so that all its connections are gone when Postgres is asked to stop.
  const env = { ...process.env, DATABASE_URL: cluster.url("imprimatur") };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
  const { status } = spawnSync(process.execPath, [join(root, "cli", "imprimatur.mjs"), ...words], {
    env,
    stdio: "inherit",
  });
  await cluster.stop();
  return status ?? 1;
}

async function connected(ownerUrl, begin) {
  const { roleUrls } = await import("./roles.mjs");
  const address = `http://localhost:${process.env.PORT || "3000"}`;
  Object.assign(process.env, environments({ ownerUrl, roleUrls: roleUrls(ownerUrl), address }).owner);
  return begin();
}
