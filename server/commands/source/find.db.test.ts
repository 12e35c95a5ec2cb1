import "@/server/testing/own-database";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { SourceRecord } from "@/domain/source/record";
import { createSource } from "@/server/commands/reference/create-source";
import { create } from "@/server/commands/source/create";
import { edit } from "@/server/commands/source/edit";
import { findWith } from "@/server/commands/source/find";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { json, originsFrom } from "@/server/db/rows";
import { forgetPauses } from "@/server/finding/pauses";
import { beginDraft, granted, refused } from "@/server/testing/drafts";
import { type Asked, fetchFrom } from "@/server/testing/internet/fetch-from";
import { services } from "@/server/testing/internet/sites";
import { hire, type Somebody } from "@/server/testing/people";

let mara: Somebody;
let rev: Somebody;
beforeAll(async () => {
  mara = await hire("Mara", "editor");
  rev = await hire("Rev", "reviewer");
});
beforeEach(forgetPauses);

const asked: Asked[] = [];
const find = findWith(fetchFrom(services, asked));
const look = (text: string, only: string[] | null = null) => find.run(mara, find.input.parse({ text, services: only }));
const at = "2026-05-03T10:00:00.000Z";

test("a look-up shows what services know, keeps nothing, and is for editors alone", async () => {
  const before = await db.source.count();
  const { lookups } = await granted(look("10.5555/tides.2019.7"));
  expect(lookups).toMatchObject([
    { pasted: { kind: "doi" }, parsed: { DOI: "10.5555/tides.2019.7" }, known: [], failed: [] },
  ]);
  expect(lookups[0]?.candidates.map(({ service }) => service)).toEqual(["crossref", "doi", "pubmed"]);
  expect(await db.source.count()).toBe(before);
  expect((await refused(find.run(rev, find.input.parse({ text: "10.5555/x" })))).kind).toBe("forbidden");
});

test("a screen can ask who could be asked, without anybody being asked", async () => {
  asked.length = 0;
  const { lookups } = await granted(look("10.5555/tides.2019.7", []));
  expect(lookups[0]).toMatchObject({ services: ["crossref", "datacite", "doi", "pubmed"], asked: [], candidates: [] });
  expect(asked).toEqual([]);
  const { lookups: one } = await granted(look("10.5555/tides.2019.7", ["pubmed"]));
  expect(one[0]?.asked).toEqual(["pubmed"]);
});

test("with every service down a person still has what could be read, and is told who failed and why", async () => {
  const dark = findWith(fetchFrom([]));
  const line =
    "Cho, J. (2003). “Effective page refresh”. ACM Transactions, 28(4). https://doi.org/10.1145/958942.958945";
  const { lookups } = await granted(dark.run(mara, dark.input.parse({ text: line })));
  expect(lookups[0]).toMatchObject({
    pasted: { text: line },
    parsed: { DOI: "10.1145/958942.958945" },
    candidates: [],
  });
  expect(lookups[0]?.failed).toMatchObject([
    { service: "crossref", why: "There is no such host." },
    { service: "datacite", why: "There is no such host." },
    { service: "doi", why: "There is no such host." },
    { service: "pubmed", why: "There is no such host." },
  ]);
});

test("what the library has is offered, also when only a service's answer shows that it is the same", async () => {
  const record = SourceRecord.parse({ type: "article-journal", title: "Scour", DOI: "10.5555/TIDES.2019.7" });
  const { sourceId } = await granted(create.run(mara, { record }));
  for (const text of ["10.5555/tides.2019.7", "PMC6718500"]) {
    const { lookups } = await granted(look(text));
    expect(lookups[0]?.known).toMatchObject([{ sourceId, title: "Scour" }]);
  }
});

test("a list is looked up ten at a time, and the rest is not forgotten", async () => {
  const list = Array.from({ length: 13 }, (_, number) => `10.5555/nobody.${number}`).join("\n");
  const { lookups, rest } = await granted(look(list, ["datacite"]));
  expect(lookups).toHaveLength(10);
  expect(rest.map(({ value }) => value)).toEqual(["10.5555/nobody.10", "10.5555/nobody.11", "10.5555/nobody.12"]);
});

test("a text with what no database takes is looked up without it", async () => {
  const { lookups } = await granted(look("10.5555/tides\u0000.2019.7\ud800", ["crossref"]));
  expect(lookups[0]?.candidates).toHaveLength(1);
  expect(find.input.safeParse({ text: " \u0000 " }).success).toBe(false);
});

test("who asks too much is told to wait", async () => {
  const busy = await hire("Busy", "editor");
  const list = Array.from({ length: 10 }, (_, number) => `10.5555/nobody.${number}`).join("\n");
  const ask = () => find.run(busy, find.input.parse({ text: list }));
  const answers = [];
  for (let turn = 0; turn < 16; turn++) answers.push(await ask());
  expect(answers.filter((answer) => answer.ok)).toHaveLength(15);
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { kind: "limited" } });
});

test("the newsroom's settings say who is asked", async () => {
  const value = { services: { crossref: { on: false }, datacite: { on: false }, doi: { on: false } } };
  await db.setting.create({ data: { name: "finding", value: json(value) } });
  const { lookups } = await granted(look("10.5555/tides.2019.7"));
  expect(lookups[0]?.asked).toEqual(["pubmed"]);
  await db.setting.delete({ where: { name: "finding" } });
});

test("each field keeps where it came from: the service it was taken from, or the person who typed it", async () => {
  const record = SourceRecord.parse({
    type: "book",
    title: "Bridges",
    publisher: "Example",
    URL: "https://b.example/1",
  });
  const origins = { title: { from: "crossref", at }, type: { from: "crossref", at } };
  const input = create.input.parse({ record, origins, original: "  Bridges, Example  " });
  const { sourceId } = await granted(create.run(mara, input));
  const row = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
  expect(row.original).toBe("Bridges, Example");
  expect(originsFrom(row.origins)).toMatchObject({
    title: { from: "crossref", at },
    publisher: { from: "person", by: mara.id },
  });

  const anna = await hire("Anna", "editor");
  const changed = { ...record, title: "Bridges, again", publisher: "Example Press" };
  const claim = { publisher: { from: "open-library", at } };
  const edited = edit.input.parse({ sourceId, version: 0, record: changed, origins: claim, original: "Another text" });
  await granted(edit.run(anna, edited));
  const after = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
  expect(originsFrom(after.origins)).toMatchObject({
    type: { from: "crossref" },
    title: { from: "person", by: anna.id },
    publisher: { from: "open-library", at },
    URL: { from: "person", by: mara.id },
  });
  expect(after.original).toBe("Bridges, Example");
});

test("nobody can claim that somebody else typed a field, nor a field that there is not", () => {
  const record = { type: "book", title: "Bridges" };
  const input = (origins: object) => create.input.safeParse({ record, origins }).success;
  expect(input({ title: { from: "crossref", at } })).toBe(true);
  expect(input({ title: { from: "person", at } })).toBe(false);
  expect(input({ title: { from: "crossref", at, by: mara.id } })).toBe(false);
  expect(input({ nothing: { from: "crossref", at } })).toBe(false);
  expect(input({ title: { from: "crossref", at: "soon" } })).toBe(false);
});

test("a source that is made of an article's line keeps the line", async () => {
  const articleId = await beginDraft(mara, "Has a line");
  const original = "Lie, K. Tides. Oslo 2004.";
  const id = newId();
  await db.reference.create({ data: { id, articleId, position: 0, original, labels: ["1"] } });
  const record = { type: "book", title: "Tides of Lie", issued: { "date-parts": [[2004]] } };
  const made = createSource.input.parse({
    articleId,
    referenceId: id,
    record,
    original: "what was typed in the search",
  });
  const { sourceId } = await granted(createSource.run(mara, made));
  expect((await db.source.findUniqueOrThrow({ where: { id: sourceId } })).original).toBe(original);
});
