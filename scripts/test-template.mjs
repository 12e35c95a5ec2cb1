import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onDatabase, onSameServer } from "./database.mjs";
import { root } from "./folders.mjs";
import { migrate } from "./migrate.mjs";
import { startPostgres } from "./postgres.mjs";
import { ensureRoles, roleUrls } from "./roles.mjs";

/**
 * Before the database tests: a cluster (the one of `npm test`, else the development cluster) named by TEST_CLUSTER_URL,
 * and in it a migrated database named by TEST_TEMPLATE, from which each test file copies one of its own.
 */
export default async function setup() {
  const cluster = process.env.TEST_CLUSTER_URL || (await developmentCluster());
  const template = `imprimatur_template_${fingerprint()}`;
  await migrateOnce(cluster, template);
  const url = onSameServer(cluster, template);
  await ensureRoles(url, roleUrls(url, {}));
  Object.assign(process.env, { TEST_CLUSTER_URL: cluster, TEST_TEMPLATE: template });
}

async function developmentCluster() {
  const cluster = await startPostgres(join(tmpdir(), "imprimatur-dev"), { durable: false });
  return cluster.url("postgres");
}

/** Migrated under another name first, so that nobody copies a half-made template. */
async function migrateOnce(cluster, template) {
  const isThere = (client) => client.query("select from pg_database where datname = $1", [template]);
  if ((await onDatabase(cluster, isThere)).rowCount > 0) return;
  const unfinished = `${template}_${process.pid}`;
  await migrate(onSameServer(cluster, unfinished));
  await onDatabase(cluster, async (client) => {
    if ((await isThere(client)).rowCount > 0) return client.query(`drop database ${unfinished} with (force)`);
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
}

/** Another set of migrations makes another template. */
function fingerprint() {
  const folder = join(root, "prisma", "migrations");
  const hash = createHash("sha256");
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of names) {
    const file = join(folder, name, "migration.sql");
    if (existsSync(file)) hash.update(`${name}\n`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}
