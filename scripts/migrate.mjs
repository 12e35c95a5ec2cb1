import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onDatabase, reachDatabase } from "./database.mjs";
import { root } from "./folders.mjs";
import { migrateJobs } from "./migrate-jobs.mjs";
import { Refusal } from "./refusal.mjs";

/** Prisma's own advisory lock, so that `prisma migrate deploy` and this runner wait for each other. */
const lock = 72_707_369;

/**
 * Brings a database up to date and answers the names of the migrations it applied: each `migration.sql` once, in order
 * of name, in a transaction of its own, noted as Prisma notes it; then the tables of the job queue. Makes the database
 * where the server has none. A migration that was edited after it was applied is refused.
 */
export async function migrate(ownerUrl, { folder = join(root, "prisma", "migrations") } = {}) {
  await reachDatabase(ownerUrl);
  return await onDatabase(ownerUrl, async (client) => {
    client.on("notice", () => {});
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query(notebook);
    const { rows } = await client.query(
      "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    const known = new Map(rows.map((row) => [row.migration_name, row]));
    const migrations = readMigrations(folder);
    refuseDisagreement(known, migrations);
    const pending = migrations.filter(({ name }) => !known.has(name));
    for (const migration of pending) await apply(client, migration);
    await migrateJobs(ownerUrl);
    return pending.map(({ name }) => name);
  });
}

function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => ({ name, file: join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, file }) => {
      const sql = readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function refuseDisagreement(known, migrations) {
  const unfinished = [...known.values()].find((row) => row.finished_at === null);
  if (unfinished) {
    throw new Refusal(
      `The migration ${unfinished.migration_name} was begun by another tool and never finished: resolve it with “prisma migrate resolve”.`,
    );
  }
  const edited = migrations.find(({ name, checksum }) => known.has(name) && known.get(name).checksum !== checksum);
  if (edited) {
    throw new Refusal(
      `The migration ${edited.name} was edited after this database had applied it: put it back and write a new one.`,
    );
  }
  const here = new Set(migrations.map(({ name }) => name));
  const foreign = [...known.keys()].find((name) => !here.has(name));
  if (foreign)
    throw new Refusal(
      `This database has the migration ${foreign}, which this version of Imprimatur does not know: use the newer version.`,
    );
}

/** The whole file at once: the server takes statements and function bodies apart better than any splitter. */
async function apply(client, { name, sql, checksum }) {
  const startedAt = new Date();
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Refusal(
      `The migration ${name} failed and left nothing behind: ${error.message}${placeIn(sql, error.position)}.`,
    );
  }
}

function placeIn(sql, position) {
  return position === undefined ? "" : ` (line ${sql.slice(0, Number(position)).split("\n").length})`;
}

const notebook = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;
