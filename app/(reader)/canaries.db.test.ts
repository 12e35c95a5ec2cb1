import { database } from "@/server/testing/own-database";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { ArticleId } from "@/domain/ids";
import { bake } from "@/server/commands/publishing/bake";
import { createSource } from "@/server/commands/reference/create-source";
import { open } from "@/server/commands/thread/open";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { readerPool } from "@/server/db/reader-pool";
import { answerReader } from "@/server/queries/reader-answer";
import { stopHearing } from "@/server/queries/reader-page";
import { granted, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { handIn, sectionAt, writePublished, writeWhole } from "@/server/testing/rounds";
import { report } from "@/server/testing/works";

/** A word that stands in what only the desk may know, and nowhere else. */
const canary = "canarybird";
let ada: Somebody;

beforeAll(async () => {
  ada = await hire("Ada", "editor");
  const bo = await hire("Bo", "reviewer");
  const published = await writePublished(ada, bo, "Ferries and bridges");
  await writeOn(published);
  const unpublished = await writeWhole(ada, `Unpublished ${canary}`);
  await writeOn(unpublished);
  await db.article.update({ where: { id: unpublished }, data: { slug: `unpublished-${canary}` } });
  await granted(bake.run(systemActor, { articleId: published }));
  await granted(bake.run(systemActor, { articleId: null }));
});
afterAll(async () => {
  stopHearing();
  await readerPool().end();
});

/** Whatever the desk can write into an article that no reader may see: text, a source, a comment, a note of review. */
async function writeOn(articleId: ArticleId): Promise<void> {
  const record = { ...report(`Kept ${canary}`, newId()), note: `note ${canary}` };
  const { referenceId } = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
  await writeSection(ada, articleId, `A heading ${canary}`, `Not for readers ${canary}`, referenceId);
  const sectionId = await sectionAt(articleId, 1);
  const anchor = { exact: "Ferries", prefix: "", suffix: "" };
  await granted(open.run(ada, { articleId, sectionId, anchor, body: `A comment ${canary}` }));
  await handIn(ada, articleId);
}

async function answered(pathname: string, acceptEncoding: string | null): Promise<string> {
  const { headers, body } = await answerReader(
    { method: "GET", pathname, acceptEncoding, ifNoneMatch: null },
    "packed",
  );
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
  const hidden = [`/unpublished-${canary}`, `/unpublished-${canary}/editions/1`, "/ferries-and-bridges/editions/2"];
  const odd = ["/desk%2f", "/%00", "/api", "/ferries-and-bridges/draft", "/ferries-and-bridges.json", "/assets/x"];
  for (const path of [...paths, ...hidden, ...odd])
    for (const form of [null, "gzip", "br"]) {
      const text = (await answered(encodeURI(path), form)).toLowerCase();
      expect([path, text.replaceAll(path, "").includes(canary)]).toEqual([path, false]);
      expect([path, text.includes(`${ada.id}@example.org`)]).toEqual([path, false]);
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
    for (const private_ of [
      "setting",
      "source",
      "article",
      "section",
      "capture",
      "blob",
      "verification",
      "task",
      "user",
    ])
      expect(read).not.toContain(private_);
    for (const way of ["set role imprimatur_app", "select pg_read_file('/etc/passwd')", "copy page to program 'cat'"])
      await expect(client.query(way)).rejects.toThrow();
  } finally {
    await client.end();
  }
});

test("what a browser is given of the desk's own program brings no source map", () => {
  const folder = join(import.meta.dirname, "..", "..", ".next", "static");
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith(".js")))
    expect([file, /\/\/# sourceMappingURL=/.test(readFileSync(join(folder, file), "utf8"))]).toEqual([file, false]);
});
