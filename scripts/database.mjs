import pg from "pg";
import { Refusal } from "./refusal.mjs";

/**
 * Makes sure that the server behind a URL answers, is PostgreSQL 15 or newer and stores UTF-8, and makes the database
 * that the URL names where the server has none of that name.
 */
export async function reachDatabase(url) {
  try {
    await onDatabase(url, checkServer);
  } catch (error) {
    if (error.code !== "3D000") throw asRefusal(error, url);
    await createDatabase(url);
  }
}

/** Runs `work(client)` on a connection of its own and closes it. */
export async function onDatabase(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same URL on another database of that server. */
export function onSameServer(url, database) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** Where a URL points, without its password: for messages. */
export function placeOf(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || 5432}${pathname}`;
}

async function checkServer(client) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const { version, encoding } = rows[0];
  if (version < 150_000) {
    throw new Refusal(
      `The server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}: Imprimatur needs 15 or newer.`,
    );
  }
  if (encoding !== "UTF8")
    throw new Refusal(`The database of DATABASE_URL stores ${encoding}: Imprimatur needs one made with encoding UTF8.`);
}

async function createDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    await onDatabase(onSameServer(url, "postgres"), async (client) => {
      await checkServer(client).catch((error) => (/encoding/.test(error.message) ? undefined : Promise.reject(error)));
      await client.query(`create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`);
    });
  } catch (error) {
    if (error.code === "42P04" || error.code === "23505") return;
    if (error.code !== "42501") throw asRefusal(error, url);
    throw new Refusal(
      `There is no database “${name}” on that server and this account may not make one: CREATE DATABASE "${name}" ENCODING 'UTF8';`,
    );
  }
}

function asRefusal(error, url) {
  if (error instanceof Refusal) return error;
  const reason = error.message || error.errors?.[0]?.message || error.code;
  return new Refusal(`The database at ${placeOf(url)} cannot be used: ${reason}.`);
}
