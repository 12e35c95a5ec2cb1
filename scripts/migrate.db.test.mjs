import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onDatabase, onSameServer } from "./database.mjs";
import { migrate } from "./migrate.mjs";
import { ensureRoles, roleUrls } from "./roles.mjs";

let folder;
let url;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "imprimatur-migrations-"));
  url = onSameServer(process.env.TEST_CLUSTER_URL, `migrations_${randomUUID().slice(0, 8)}`);
  write("0001_articles", "create table articles (slug text primary key);");
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  const database = new URL(url).pathname.slice(1);
  await onDatabase(process.env.TEST_CLUSTER_URL, (client) =>
    client.query(`drop database if exists ${database} with (force)`),
  );
});

test("a missing database is made, and each migration runs in it once, in order of name", async () => {
  write("0002_title", "alter table articles add title text; alter table articles alter title set default ';';");
  expect(await migrate(url, { folder })).toEqual(["0001_articles", "0002_title"]);
  write("0003_state", "alter table articles add state text;");
  expect(await migrate(url, { folder })).toEqual(["0003_state"]);
  expect(await migrate(url, { folder })).toEqual([]);
  expect(await columns()).toEqual(["slug", "state", "title"]);
});

test("a function body with semicolons in it arrives whole", async () => {
  write(
    "0002_answer",
    "create function answer() returns int language plpgsql as $$ begin perform 1; return 42; end $$; select 1;",
  );
  await migrate(url, { folder });
  expect(await first("select answer() as value")).toEqual({ value: 42 });
});

test("a migration that fails leaves nothing behind and says which line was wrong", async () => {
  write("0002_half", "alter table articles add kept text;\nalter table nowhere add lost text;");
  await expect(migrate(url, { folder })).rejects.toThrow(
    /0002_half failed and left nothing behind: relation "nowhere" does not exist/,
  );
  expect(await columns()).toEqual(["slug"]);
  write("0002_half", "alter table articles add kept text;");
  expect(await migrate(url, { folder })).toEqual(["0002_half"]);
});

test("a migration edited after it was applied is refused, and nothing runs", async () => {
  await migrate(url, { folder });
  write("0001_articles", "create table articles (slug text primary key, title text);");
  write("0002_state", "alter table articles add state text;");
  await expect(migrate(url, { folder })).rejects.toThrow(/0001_articles was edited after this database had applied it/);
  expect(await columns()).toEqual(["slug"]);
});

test("a database that is ahead of this version is refused", async () => {
  write("0002_state", "alter table articles add state text;");
  await migrate(url, { folder });
  rmSync(join(folder, "0002_state"), { recursive: true });
  await expect(migrate(url, { folder })).rejects.toThrow(/0002_state, which this version of Imprimatur does not know/);
});

test("two machines that start at once apply every migration once", async () => {
  await migrate(url, { folder });
  write("0002_state", "select pg_sleep(0.2); alter table articles add state text;");
  const answers = await Promise.all([migrate(url, { folder }), migrate(url, { folder })]);
  expect(answers.flat()).toEqual(["0002_state"]);
});

test("the app's role can add a job and see it, with a password that every machine works out alike", async () => {
  write("0002_roles", roles);
  await migrate(url, { folder });
  const urls = roleUrls(url, {});
  await ensureRoles(url, urls);
  await migrate(url, { folder });
  expect(roleUrls(url, {})).toEqual(urls);
  await onDatabase(urls.app, (client) => client.query("select graphile_worker.add_job('greet', '{}'::json)"));
  const seen = await onDatabase(urls.app, (client) =>
    client.query("select count(*)::int as jobs from graphile_worker._private_jobs"),
  );
  expect(seen.rows).toEqual([{ jobs: 1 }]);
  await expect(
    onDatabase(urls.reader, (client) => client.query("select graphile_worker.add_job('greet')")),
  ).rejects.toThrow(/permission denied/);
});

const roles = ["imprimatur_app", "imprimatur_reader"]
  .map(
    (role) =>
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if; end $$;`,
  )
  .join("\n");

function write(name, sql) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function columns() {
  const query = "select column_name from information_schema.columns where table_name = 'articles' order by column_name";
  const { rows } = await onDatabase(url, (client) => client.query(query));
  return rows.map((row) => row.column_name);
}

async function first(query) {
  return (await onDatabase(url, (client) => client.query(query))).rows[0];
}
