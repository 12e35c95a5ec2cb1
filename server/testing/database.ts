import { randomUUID } from "node:crypto";
import pg from "pg";
import { deriveUrl } from "@/server/db/urls";

/** A database of a test's own: the URLs of its owner, the app and the reader. */
export type TestDatabase = { ownerUrl: string; appUrl: string; readerUrl: string; drop: () => Promise<void> };

/**
 * Makes a database of its own from the migrated template that stands once on each test cluster, named by the hash of
 * the migrations (`scripts/test-template.mjs`); safe for many tests at a time.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { cluster, template } = await readyTemplate();
  const name = `imprimatur_test_${randomUUID().replaceAll("-", "")}`;
  await copy(cluster, template, name);
  const ownerUrl = databaseOn(cluster, name);
  return {
    ownerUrl,
    appUrl: deriveUrl(ownerUrl, "imprimatur_app"),
    readerUrl: deriveUrl(ownerUrl, "imprimatur_reader"),
    drop: async () => {
      await onServer(cluster, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Connects, runs the work and closes, whatever happens. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The test runner's set-up has usually named both; a script that runs without it makes them now. */
async function readyTemplate(): Promise<{ cluster: string; template: string }> {
  if (!process.env["TEST_TEMPLATE"]) {
    const { default: setUp } = await import("@/scripts/test-template.mjs");
    await setUp();
  }
  const cluster = process.env["TEST_CLUSTER_URL"];
  const template = process.env["TEST_TEMPLATE"];
  if (!cluster || !template) throw new Error("scripts/test-template.mjs names TEST_CLUSTER_URL and TEST_TEMPLATE");
  return { cluster, template };
}

/** A template can be copied only while nobody is connected to it, so another copy in progress is waited for. */
async function copy(cluster: string, template: string, name: string): Promise<void> {
  const beingCopied = "55006";
  for (let attempt = 1; ; attempt++) {
    try {
      await onServer(cluster, (client) => client.query(`create database ${name} template ${template}`));
      // Privileges of a database are its own: a copy has those of any new one.
      await onServer(databaseOn(cluster, name), (client) =>
        client.query(`revoke create, temporary on database ${name} from public`),
      );
      return;
    } catch (error) {
      if (attempt === 50 || !(error instanceof pg.DatabaseError) || error.code !== beingCopied) throw error;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

function databaseOn(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}
