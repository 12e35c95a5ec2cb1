import pg from "pg";
import { expect, test } from "vitest";
import { fill, inOneTransaction } from "@/server/testing/newsroom-sql";
import { onServer } from "@/server/testing/database";
import { failureOf, nameOf, triesInVain, useNewsroom, type Way } from "@/server/testing/ways";

/** The app owns nothing, so it cannot take the gate down before it walks through. */
const tools: [way: string, sql: string][] = [
  ["a constraint dropped", "alter table edition drop constraint edition_has_no_open_blockers"],
  ["a trigger switched off", "alter table edition disable trigger edition_is_judged"],
  ["every trigger switched off", "alter table edition_section disable trigger all"],
  ["a trigger dropped", "drop trigger edition_is_judged on edition"],
  [
    "a trigger of one's own",
    "create trigger mine before insert on edition for each row execute function suppress_redundant_updates_trigger()",
  ],
  ["a rule of one's own", "create rule mine as on insert to edition do instead nothing"],
  ["triggers silenced as a replica would", "set session_replication_role = replica"],
  ["triggers silenced for good", "alter role imprimatur_app set session_replication_role = replica"],
  ["another role taken on", "set role imprimatur_reader"],
  ["the right to write everywhere taken on", "set role pg_write_all_data"],
  ["a role of one's own", "create role mine superuser"],
  ["more rights given to oneself", "alter role imprimatur_app superuser"],
  [
    "a gate replaced",
    "create or replace function public.refuse(refusal text, why text) returns void language sql as $$ select $$",
  ],
  ["a function of one's own", "create function public.mine() returns int language sql as $$ select 1 $$"],
  ["a temporary table before the real one", "create temporary table section (like public.section)"],
  ["a table of one's own", "create table public.mine (id int)"],
  ["a schema of one's own", "create schema mine"],
  ["a table emptied", "truncate edition cascade"],
  ["history emptied", "truncate event"],
  ["a table dropped", "drop table gate_report"],
  ["a table taken over", "alter table edition owner to current_user"],
  ["the head of history moved", "update event_head set seq = 0"],
  ["a second head of history", `insert into event_head ("only", seq, hash) values (false, 0, '')`],
  ["a move added to the table of moves", "insert into transition values ('cheat', 'writing', 'approved')"],
  ["a move taken from the table of moves", "delete from transition"],
  ["the notes of the migrations changed", "delete from _prisma_migrations"],
  ["the catalog changed", "update pg_trigger set tgenabled = 'D'"],
  ["a file of the server read", "select pg_read_file('PG_VERSION')"],
  ["a program run by the server", "copy edition to program 'cat'"],
  ["the chaining of history called by hand", "select event_is_chained()"],
];

triesInVain(tools.map(([way, sql]): Way => ({ way, sql, refusal: "permission denied" })));

const room = useNewsroom();

test("even the owner of the database does not change an edition by mistake", async () => {
  const names = await room.article();
  await inOneTransaction(room.client(), fill(":publish", names));
  await onServer(room.database().ownerUrl, async (owner) => {
    for (const sql of ["update edition set title = 'x'", "delete from edition_section", "truncate event"])
      expect(nameOf(await failureOf(owner.query(sql)))).toMatch(/never_change|history_is_kept/);
  });
});

test("the owner of the database publishes nothing that the app could not", async () => {
  const names = await room.article({ section: () => [{ type: "placeholderLink", attrs: { id: "x", target: "x" } }] });
  await onServer(room.database().ownerUrl, async (owner) => {
    const error = await failureOf(inOneTransaction(owner, fill(":publish", names)));
    expect(nameOf(error)).toBe("edition_has_no_holes");
  });
});

test("the app passes on no right that it has", async () => {
  await room.client().query("grant select, update on article, edition to imprimatur_reader");
  const { rows } = await room
    .client()
    .query(
      "select has_table_privilege('imprimatur_reader', 'edition', 'update') as writes, has_table_privilege('imprimatur_reader', 'article', 'select') as reads",
    );
  expect(rows).toEqual([{ writes: false, reads: false }]);
});

test("the reader sees what was published and the name of the site, and nothing of a draft", async () => {
  const reader = new pg.Client({ connectionString: room.database().readerUrl });
  await reader.connect();
  try {
    const open = ["page", "edition", "edition_section", "site", "published_article", "published_word", "list"];
    for (const table of open) await reader.query(`select * from ${table}`);
    const { rows } = await reader.query("select tablename from pg_tables where schemaname = 'public'");
    const others = rows.map((row) => String(row.tablename));
    expect(others.length).toBeGreaterThan(25);
    for (const table of others.filter((name) => !open.includes(name)))
      expect([table, nameOf(await failureOf(reader.query(`select * from ${table}`)))]).toEqual([
        table,
        "permission denied",
      ]);
  } finally {
    await reader.end();
  }
});

test("the reader writes nothing, whether its session says that it is read-only or not", async () => {
  const reader = new pg.Client({ connectionString: room.database().readerUrl });
  await reader.connect();
  try {
    const write = "update page set status = 410";
    expect(String(await failureOf(reader.query(write)))).toMatch(/read-only transaction/);
    await reader.query("set default_transaction_read_only = off");
    expect(nameOf(await failureOf(reader.query(write)))).toBe("permission denied");
  } finally {
    await reader.end();
  }
});
