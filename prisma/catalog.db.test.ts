import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import { rules } from "@/domain/rules";
import { transitions } from "@/domain/review/machine";
import { createTestDatabase, type TestDatabase } from "@/server/testing/database";

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const folder = join(import.meta.dirname, "sql");
const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));

test("prisma/sql holds the text of every function and trigger as the database has it", async () => {
  const live = await definitions();
  await owner.query("begin");
  await owner.query(`do $$ declare gone record; begin
    for gone in select tgname, tgrelid::regclass as hung from pg_trigger join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and relnamespace = 'public'::regnamespace loop
      execute format('drop trigger %I on %s', gone.tgname, gone.hung);
    end loop; end $$`);
  for (const file of files) await owner.query(readFileSync(join(folder, file), "utf8"));
  const written = await definitions();
  await owner.query("rollback");
  expect(written).toEqual(live);
});

test("no function or trigger of the database is missing in prisma/sql", async () => {
  const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const named = new Set([...text.matchAll(/(?:function|trigger) (?!if exists)([a-z_]+)/g)].map((match) => match[1]));
  const live = Object.keys(await definitions()).map((name) => name.split(" ")[0]);
  expect(live.length).toBeGreaterThan(50);
  expect(live.filter((name) => !named.has(name))).toEqual([]);
});

test("the moves that the database allows are those of domain/review", async () => {
  const { rows } = await owner.query<{ row: string }>(
    `select format('%s: %s to %s', move, "from", "to") as row from transition`,
  );
  const ours = Object.entries(transitions).flatMap(([move, { from, to }]) =>
    from.map((state) => `${move}: ${state} to ${to}`),
  );
  expect(rows.map(({ row }) => row).sort()).toEqual(ours.sort());
});

test("the rules that the database lets nobody waive are those that say so themselves", async () => {
  const { rows } = await owner.query<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint
     where conname in ('a_hole_cannot_be_waived', 'this_rule_lets_nothing_pass')`,
  );
  const named = rows.flatMap(({ text }) => [...text.matchAll(/'([a-z-]+\/[a-z-]+)'/g)].map((match) => match[1]));
  expect(named.sort()).toEqual(
    rules
      .filter((rule) => !rule.waivable)
      .map((rule) => rule.id)
      .sort(),
  );
});

test("the nodes and marks that the database knows are those of domain/document", async () => {
  const { rows } = await owner.query("select document_node_types() as nodes, document_mark_types() as marks");
  expect([...rows[0].nodes].sort()).toEqual(Object.keys(schema.nodes).sort());
  expect([...rows[0].marks].sort()).toEqual(Object.keys(schema.marks).sort());
});

test("the columns of the tables are those of schema.prisma, and the transaction numbers that only triggers use", async () => {
  const { rows } = await owner.query<{ column: string }>(
    `select table_name || '.' || column_name || ' ' || is_nullable as column from information_schema.columns
     where table_schema = 'public' and table_name not in ('_prisma_migrations', 'published_picture')`,
  );
  const triggersOwn = ["approval.given_in NO", "edition.published_in NO", "step_batch.written_in NO"];
  expect(rows.map(({ column }) => column).sort()).toEqual([...columnsOfSchema(), ...triggersOwn].sort());
});

test("every function looks names up where nobody but the owner can put them", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
       and not coalesce('search_path=pg_catalog, public, pg_temp' = any (proconfig), false)`,
  );
  expect(rows).toEqual([]);
});

test("the one function with the owner's rights is the one that chains history, and nobody else may hang it anywhere", async () => {
  const { rows } = await owner.query(
    `select proname, has_function_privilege('imprimatur_app', oid, 'execute') as app from pg_proc
     where pronamespace = 'public'::regnamespace and (prosecdef or (prorettype = 'trigger'::regtype
       and has_function_privilege('imprimatur_app', oid, 'execute')))`,
  );
  expect(rows).toEqual([{ proname: "event_is_chained", app: false }]);
});

async function definitions(): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string; text: string }>(
    `select proname || ' (' || pg_get_function_identity_arguments(oid) || ')' as name, pg_get_functiondef(oid) as text
       from pg_proc where pronamespace = 'public'::regnamespace
     union all
     select tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(pg_trigger.oid) from pg_trigger
       join pg_class on pg_class.oid = tgrelid
       where not tgisinternal and relnamespace = 'public'::regnamespace`,
  );
  return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
}

/** `table.column nullable` for every scalar field of every model. */
function columnsOfSchema(): string[] {
  const text = readFileSync(join(import.meta.dirname, "schema.prisma"), "utf8");
  return [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
    return [...body.matchAll(/^ {2}(\w+) +(\w+)(\[\]|\?)?(.*)$/gm)].map(([, field, , many, rest = ""]) => {
      const column = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field;
      return `${table}.${column} ${many === "?" ? "YES" : "NO"}`;
    });
  });
}
