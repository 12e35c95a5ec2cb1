import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { importText } from "@/server/commands/importing/import";
import { restore } from "@/server/commands/article/restore";
import { checkpoint } from "@/server/commands/article/checkpoint";
import { createSource } from "@/server/commands/reference/create-source";
import { create as createInLibrary } from "@/server/commands/source/create";
import { db } from "@/server/db";
import { RevisionId } from "@/domain/ids";
import { articleSearch } from "@/server/queries/article-search";
import { comparedWithDraft } from "@/server/queries/history/comparison";
import { importsOf } from "@/server/queries/history/past";
import { library } from "@/server/queries/library";
import { sourceSearch } from "@/server/queries/source-search";
import { beginDraft, deleteSection, granted, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { report } from "@/server/testing/works";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

const messy = `# The quay

The toll moved twice in a year [1]. Nobody counted the ferries .

## Sources

1. Harbour board, quay reports, 2024
2. A ferry log that nobody has found
`;

test("a citation is offered the article's own list first, cited and raw lines too, and then the library", async () => {
  const { articleId } = await granted(importText.run(ada, { name: null, text: messy }));
  await granted(createInLibrary.run(ada, { record: report("Ferries of the north", "ferries") }));
  const own = await sourceSearch(ada, articleId, "");
  expect(own?.map(({ title, source, cited }) => [title.includes("quay reports"), source, cited])).toEqual([
    [true, null, true],
    [false, null, false],
  ]);
  const ferries = await sourceSearch(ada, articleId, "FERR");
  expect(ferries?.map((hit) => [hit.title, hit.reference !== null])).toEqual([
    ["A ferry log that nobody has found", true],
    ["Ferries of the north", false],
  ]);
});

test("a source on the article's list is not offered a second time as one of the library", async () => {
  const articleId = await beginDraft(ada, "Offers once");
  await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Offered once", "once") }));
  const hits = await sourceSearch(ada, articleId, "offered once");
  expect(hits).toHaveLength(1);
  expect(hits?.[0]).toMatchObject({ title: "Offered once", cited: false });
  expect(hits?.[0]?.reference).not.toBeNull();
});

test("a sign that means something in a pattern is searched for as it stands", async () => {
  const percent = await beginDraft(ada, "Ten 50% notes");
  await beginDraft(ada, "Ten 500 notes");
  expect((await articleSearch(ada, "50% ten"))?.map(({ id }) => id)).toEqual([percent]);
  expect(await articleSearch(ada, "t_n")).toEqual([]);
});

test("the library is narrowed to a type and to what articles rest on, page by page and with nothing left out", async () => {
  const articleId = await beginDraft(ada, "Rests on one");
  const names = ["Narrow d", "Narrow a", "Narrow c", "Narrow b"];
  for (const name of names) await granted(createInLibrary.run(ada, { record: report(name, name.replace(" ", "-")) }));
  await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Narrow e", "narrow-e") }));
  const asked = { q: "narrow", type: "report", used: "no" } as const;
  const first = await library(ada, asked, { size: 3 });
  const second = await library(ada, asked, { size: 3, after: first?.next ?? null });
  expect([...(first?.sources ?? []), ...(second?.sources ?? [])].map(({ title }) => title)).toEqual(names.toSorted());
  expect([first?.total, second?.next]).toEqual([4, null]);
  expect(await library(ada, { ...asked, used: "yes" })).toMatchObject({ total: 1, sources: [{ title: "Narrow e" }] });
  expect(await library(ada, { ...asked, type: "book" })).toMatchObject({ total: 0, sources: [] });
});

test("a revision shows what the draft has since and what it lost, until it is restored", async () => {
  const articleId = await beginDraft(ada, "Goes back");
  await writeSection(ada, articleId, "Stays", "This sentence stays");
  await writeSection(ada, articleId, "Goes", "This one goes");
  await granted(checkpoint.run(ada, { articleId, note: "Whole" }));
  const kept = await db.revision.findFirstOrThrow({ where: { articleId, kind: "checkpoint" } });
  const revisionId = RevisionId.parse(kept.id);
  await deleteSection(ada, articleId, 3);
  await writeSection(ada, articleId, "Comes", "Another one comes");

  const before = await comparedWithDraft(articleId, revisionId);
  const kinds = (before?.parts ?? []).map((part) => [part.heading, [...new Set(part.changes.map(({ kind }) => kind))]]);
  expect(kinds).toContainEqual(["Stays", ["same"]]);
  expect(kinds).toContainEqual(["Goes", ["removed"]]);
  expect(kinds).toContainEqual(["Comes", ["added"]]);

  await granted(restore.run(ada, { articleId, revisionId, version: before?.version ?? 0 }));
  const after = await comparedWithDraft(articleId, revisionId);
  expect(after?.parts.every((part) => part.changes.every(({ kind }) => kind === "same"))).toBe(true);
});

test("a revision of another article is not compared", async () => {
  const mine = await beginDraft(ada, "Mine");
  const other = await db.revision.findFirstOrThrow({ where: { NOT: { articleId: mine } } });
  expect(await comparedWithDraft(mine, RevisionId.parse(other.id))).toBeNull();
});

test("the ledger of an import adds up, kind by kind", async () => {
  const { articleId } = await granted(importText.run(ada, { name: "quay.md", text: messy }));
  const [imported] = await importsOf(articleId);
  expect(imported).toMatchObject({ name: "quay.md", by: "Ada" });
  for (const kind of ["citation", "link", "label", "reference"] as const)
    expect(imported?.found[kind]).toBe((imported?.resolved[kind] ?? 0) + (imported?.held[kind] ?? 0));
  expect(imported?.found.citation).toBeGreaterThan(0);
});
