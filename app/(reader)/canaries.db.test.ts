import { database } from "@/server/testing/own-database";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { bake } from "@/server/commands/publishing/bake";
import { readerPool } from "@/server/db/reader-pool";
import { answerSearch } from "@/server/front/search";
import { answerPath } from "@/server/front/missing";
import { stopHearing } from "@/server/queries/reader-page";
import { granted } from "@/server/testing/drafts";
import { hide } from "@/server/testing/hidden";
import { hire, type Somebody } from "@/server/testing/people";
import { writePublished } from "@/server/testing/rounds";

/** A word that stands in what only the desk may know, and nowhere else. */
const canary = "canarybird";
let ada: Somebody;
let listening: Awaited<ReturnType<typeof listenToAll>>;

beforeAll(async () => {
  ada = await hire("Ada", "editor");
  const bo = await hire("Bo", "reviewer");
  listening = await listenToAll();
  const published = await writePublished(ada, bo, "Ferries and bridges");
  await hide(canary, ada, bo, published);
  await granted(bake.run(systemActor, { articleId: published }));
  await granted(bake.run(systemActor, { articleId: null }));
});
afterAll(async () => {
  await listening.client.end();
  stopHearing();
  await readerPool().end();
});

/** The readers' connection hears all that is told while the newsroom works, on every channel that there is. */
async function listenToAll() {
  const client = new pg.Client({ connectionString: database.readerUrl });
  const heard: string[] = [];
  client.on("notification", ({ channel, payload }) => heard.push(`${channel} ${payload}`));
  await client.connect();
  for (const channel of ["imprimatur", "imprimatur_people", "imprimatur_pages"])
    await client.query(`listen ${channel}`);
  return { client, heard };
}

async function answered(pathname: string, acceptEncoding: string | null): Promise<string> {
  const { headers, body } = await answerPath({ method: "GET", pathname, acceptEncoding, ifNoneMatch: null }, "packed");
  const bytes = Buffer.from(body ?? []);
  const form = headers[headers.indexOf("content-encoding") + 1];
  const text = form === "br" ? brotliDecompressSync(bytes) : form === "gzip" ? gunzipSync(bytes) : bytes;
  return `${headers.join("\n")}\n${text.toString("latin1")}`;
}

test("nothing that only the desk knows stands in any answer to a reader, in any form", async () => {
  const { rows } = await readerPool().query<{ path: string }>("select path from page order by path");
  const paths = rows.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["/", "/404", "/ferries-and-bridges", "/sitemap.xml"]));
  expect(await answered("/ferries-and-bridges", "br")).toContain("Ferries are slow");
  const named = [`unpublished-${canary}`, `scheduled-${canary}`, `imported-${canary}`, `topics/topic-${canary}`];
  const ways = ["", "/editions/1", ".json", ".md", ".bib", "/receipt", "/feed.xml", "/report"];
  const hidden = ["/ferries-and-bridges/editions/2", ...named.flatMap((name) => ways.map((way) => `/${name}${way}`))];
  const odd = ["/desk%2f", "/%00", "/api", "/ferries-and-bridges/draft", "/ferries-and-bridges.json", "/assets/x"];
  for (const path of [...paths, ...hidden, ...odd])
    for (const form of [null, "gzip", "br"]) {
      const text = (await answered(encodeURI(path), form)).toLowerCase();
      expect([path, text.replaceAll(path, "").includes(canary)]).toEqual([path, false]);
      expect([path, text.includes(`${ada.id}@example.org`)]).toEqual([path, false]);
    }
});

test("a reader's search finds no word of a draft and guesses none", async () => {
  for (const asked of [
    canary,
    canary.slice(0, -1),
    `ferries ${canary}`,
    `"${canary}"`,
    `${canary}*`,
    `topic-${canary}`,
  ]) {
    const { status, body } = await answerSearch("GET", `/search?q=${encodeURIComponent(asked)}`);
    const text = Buffer.from(body ?? [])
      .toString("utf8")
      .toLowerCase();
    expect(status).toBe(200);
    // What was asked is said again; nothing else may say it.
    const said = text.replaceAll(encodeURIComponent(asked), "").replaceAll(asked.replaceAll('"', "&quot;"), "");
    expect([asked, said.includes(canary)]).toEqual([asked, false]);
  }
});

test("the readers' connection is told nothing of a draft, however it asks", async () => {
  const client = new pg.Client({ connectionString: database.readerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["setting", "source", "capture", "blob", "verification", "task"]));
    const read: string[] = [];
    for (const name of names) {
      const answer = await client.query(`select to_jsonb(t)::text as row from public."${name}" t`).catch(() => null);
      if (answer) read.push(name);
      expect([name, JSON.stringify(answer?.rows ?? []).includes(canary)]).toEqual([name, false]);
    }
    for (const closed of ["setting", "source", "article", "section", "capture", "blob", "verification", "task"])
      expect(read).not.toContain(closed);
    for (const closed of ["user_account", "topic", "thread", "comment", "waiver", "import", "revision", "saved_view"])
      expect(read).not.toContain(closed);
    for (const way of ["set role imprimatur_app", "select pg_read_file('/etc/passwd')", "copy page to program 'cat'"])
      await expect(client.query(way)).rejects.toThrow();
  } finally {
    await client.end();
  }
});

test("nor by a column alone, by what Postgres keeps to plan by, by others' statements, or by listening", async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("analyze");
  const asked = await owner.query<{ said: string; columns: string }>(
    `select format('select string_agg(%1$I::text, chr(10)) as said from public.%2$I', attname, relname) as said
     from pg_attribute a join pg_class c on c.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') and attnum > 0 and not attisdropped`,
  );
  const known = await owner.query("select from pg_stats where most_common_vals::text ilike $1", [`%${canary}%`]);
  const busy = await owner.query("select pg_backend_pid() as pid");
  const { client, heard } = listening;
  expect(asked.rows.length).toBeGreaterThan(200);
  for (const { said } of asked.rows) {
    const answer = await client.query<{ said: string | null }>(said).catch(() => null);
    expect([said, answer?.rows[0]?.said?.includes(canary) ?? false]).toEqual([said, false]);
  }
  await owner.query(`select '${canary}'`);
  const seen = await client.query<{ pid: number; query: string }>("select pid, query from pg_stat_activity");
  expect(seen.rows.map(({ pid }) => pid)).toContain(busy.rows[0]?.pid);
  const planned = await client.query<{ told: string }>(
    "select concat(most_common_vals::text, histogram_bounds::text) as told from pg_stats",
  );
  const told = [...heard, ...seen.rows.map(({ query }) => query), ...planned.rows.map((row) => row.told)].join("\n");
  // What Postgres keeps does say it, or this would show nothing.
  expect(known.rowCount).toBeGreaterThan(0);
  expect(heard.some((line) => line.includes("article.edited"))).toBe(true);
  expect(told).not.toContain(canary);
  await owner.end();
});

test("no function that the readers' connection may call acts as anybody else", async () => {
  const { rows } = await listening.client.query<{ name: string }>(
    `select proname as name from pg_proc join pg_namespace n on n.oid = pronamespace
     where prosecdef and has_function_privilege(current_user, pg_proc.oid, 'execute')
       and has_schema_privilege(current_user, n.oid, 'usage') and nspname not in ('pg_catalog', 'information_schema')
       and prorettype <> 'trigger'::regtype`,
  );
  expect(rows).toEqual([]);
});

test("what a browser is given of the desk's own program brings no source map", () => {
  const folder = join(import.meta.dirname, "..", "..", ".next", "static");
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith(".js")))
    expect([file, /\/\/# sourceMappingURL=/.test(readFileSync(join(folder, file), "utf8"))]).toEqual([file, false]);
});
