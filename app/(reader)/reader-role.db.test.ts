import { database } from "@/server/testing/own-database";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readerPool } from "@/server/db/reader-pool";
import { makeFront } from "@/server/front/front";
import { stopHearing } from "@/server/queries/reader-page";

let owner: pg.Client;
let front: Server;
let address: string;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("DATABASE_APP_URL", "postgresql://nobody@127.0.0.1:1/nowhere");
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into page (path, kind, content_type, etag, body, gzip, brotli)
     values ('/mill', 'list', 'text/plain', '"mill"', 'the mill', '', '')`,
  );
  front = makeFront((_, response) => response.end("the desk"));
  await new Promise<void>((up) => front.listen(0, "127.0.0.1", up));
  address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  stopHearing();
  front.closeAllConnections();
  front.close();
  await readerPool().end();
  await owner.end();
});

test("readers are answered in full where there is no connection but the readers' own", async () => {
  const ask = async (path: string) => {
    const answer = await fetch(address + path, { headers: { "accept-encoding": "identity" } });
    return [answer.status, (await answer.text()).slice(0, 15).toLowerCase()];
  };
  expect(await ask("/mill")).toEqual([200, "the mill"]);
  expect(await ask("/search?q=tide")).toEqual([200, "<!doctype html>"]);
  expect((await ask("/nowhere"))[0]).toBe(404);
  expect(globalThis.imprimaturDb).toBeUndefined();
  expect([...(globalThis.imprimaturHubs?.keys() ?? [])]).toEqual(["reader"]);
});

test("asked for a draft or for any change, the readers' connection is refused by the database", async () => {
  const { rows } = await readerPool().query("select current_user as acting, session_user as signed_in");
  expect(rows).toEqual([{ acting: "imprimatur_reader", signed_in: "imprimatur_reader" }]);
  const closed = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('page', 'edition', 'edition_section', 'site', 'published_article', 'published_word', 'list')`,
  );
  expect(closed.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["section", "article", "step_batch"]));
  const asked = [
    ...closed.rows.map(({ name }) => `select count(*) from public.${name}`),
    "select count(*) from graphile_worker._private_jobs",
    "update page set body = 'other'",
    "delete from page",
    "insert into page select * from page",
    "truncate page",
    "update edition set title = 'other'",
    "select * from page for update",
    "lock table page in access exclusive mode",
    "create table here (x int)",
    "create temporary table here (x int)",
    "alter role imprimatur_reader superuser",
    "set role imprimatur_app",
    "set session authorization imprimatur_app",
    "set session_replication_role = replica",
    "select pg_read_file('/etc/passwd')",
    "copy page to program 'cat'",
    "select lo_import('/etc/passwd')",
  ];
  for (const statement of asked) {
    const error: unknown = await readerPool()
      .query(`begin; set local transaction read write; ${statement}; rollback`)
      .then(() => null)
      .catch((refusal: unknown) => refusal);
    expect([statement, error instanceof pg.DatabaseError && error.code]).toEqual([statement, "42501"]);
    await readerPool().query("rollback");
  }
});
