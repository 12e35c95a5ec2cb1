import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { everything, type LibraryQuestion, librarySorts } from "@/domain/source/library-question";
import { wordBreak } from "@/domain/source/search-text";
import { createSource } from "@/server/commands/reference/create-source";
import { remove } from "@/server/commands/reference/remove";
import { create } from "@/server/commands/source/create";
import { merge } from "@/server/commands/source/merge";
import { tag } from "@/server/commands/source/tag";
import { unmerge } from "@/server/commands/source/unmerge";
import { deleteView } from "@/server/commands/view/delete";
import { save } from "@/server/commands/view/save";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { library } from "@/server/queries/library";
import { matchingSources } from "@/server/queries/matching-sources";
import { savedViews } from "@/server/queries/saved-views";
import { beginDraft, granted, refused } from "@/server/testing/drafts";
import { foundLink } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { perma, report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
const made: Record<string, SourceId> = {};

/** Four reports and an article of a journal: one report is dead, one was retracted, one is used, and Bo added one. */
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "editor", "reviewer");
  const add = async (name: string, by: Somebody, record = report(name, name.toLowerCase())) => {
    made[name] = (await granted(create.run(by, { record }))).sourceId;
    return made[name];
  };
  await foundLink(await add("Alder", ada), "alive", 2);
  await foundLink(await add("Birch", ada), "dead", 5);
  await foundLink(
    await add("Cedar", bo, { ...report("Cedar", "cedar"), issued: { "date-parts": [[1999]] } }),
    "gone",
    9,
  );
  await add("Perma", ada, perma);
  await db.sourceStanding.create({ data: { sourceId: made["Perma"]!, state: "retracted" } });
  const articleId = await beginDraft(ada, "Rests on a tree");
  made["Dogwood"] = (
    await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Dogwood", "dogwood") }))
  ).sourceId;
  await granted(
    tag.run(bo, tag.input.parse({ sourceIds: [made["Alder"], made["Cedar"]], add: ["Old Trees"], remove: [] })),
  );
});

const titles = async (question: Partial<LibraryQuestion>) =>
  (await library(ada, question))?.sources.map(({ title }) => title.split(":")[0]);

test("the library is narrowed by each thing that is known of a source, alone and together", async () => {
  const asked: [Partial<LibraryQuestion>, string[]][] = [
    [{ type: "article-journal" }, ["Perma"]],
    [{ link: "dead" }, ["Birch"]],
    [{ link: "gone", used: "no" }, ["Cedar"]],
    [{ standing: "retracted" }, ["Perma"]],
    [{ standing: "none", used: "no" }, ["Alder", "Birch", "Cedar"]],
    [{ used: "yes" }, ["Dogwood"]],
    [{ in: "Legal Information Management" }, ["Perma"]],
    [{ tag: "old trees" }, ["Alder", "Cedar"]],
    [{ by: bo.id }, ["Cedar"]],
    [{ from: 1990, to: 2014 }, ["Cedar", "Perma"]],
    [{ added: "day", q: "example institute" }, ["Alder", "Birch", "Cedar", "Dogwood"]],
    [{ tag: "old trees", by: ada.id, type: "report", q: "ald" }, ["Alder"]],
    [{ tag: "old trees", link: "dead" }, []],
    [{ q: "reports.example.org/bir" }, ["Birch"]],
  ];
  for (const [question, expected] of asked) expect(await titles(question), JSON.stringify(question)).toEqual(expected);
});

test("beside each choice stands how many it would leave, with the other choices as they are", async () => {
  const found = await library(ada, { link: "dead" });
  expect(found).toMatchObject({ total: 1, whole: 5, about: { total: false, choices: false } });
  expect(found?.choices.link).toContainEqual({ choice: "gone", label: null, sources: 1 });
  expect(found?.choices.type).toEqual([{ choice: "report", label: null, sources: 1 }]);
  expect(found?.choices.by).toEqual([{ choice: ada.id, label: "Ada", sources: 1 }]);
});

test("in every order each source comes once, however small the pages are", async () => {
  expect(await titles({ sort: "health" })).toEqual(["Perma", "Birch", "Cedar", expect.any(String), expect.any(String)]);
  expect((await titles({ sort: "cited" }))?.[0]).toBe("Dogwood");
  expect((await titles({ sort: "looked" }))?.slice(2)).toEqual(["Cedar", "Birch", "Alder"]);
  for (const sort of librarySorts) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof library>> = await library(ada, { sort }, { size: 2, after });
      seen.push(...(page?.sources.map(({ id }) => id) ?? []));
      after = page?.next ?? null;
    } while (after);
    expect([seen.length, new Set(seen).size], sort).toEqual([5, 5]);
    expect((await library(ada, { sort }, { after: "not ours" }))?.sources).toHaveLength(5);
  }
});

test("the list follows what becomes of a source: taken off an article, merged, and brought back", async () => {
  const referenceId = (await db.reference.findFirstOrThrow({ where: { sourceId: made["Dogwood"]! } })).id;
  const { articleId } = await db.reference.findFirstOrThrow({ where: { id: referenceId } });
  await granted(remove.run(ada, remove.input.parse({ articleId, referenceId })));
  expect(await titles({ used: "yes" })).toEqual([]);
  const { mergeId } = await granted(merge.run(ada, { keep: made["Alder"]!, drop: made["Birch"]!, version: 0 }));
  expect(await titles({ link: "dead" })).toEqual([]);
  expect((await library(ada))?.whole).toBe(4);
  await granted(unmerge.run(ada, { mergeId }));
  expect(await titles({ link: "dead" })).toEqual(["Birch"]);
});

test("two articles that come to rest on a source at the same moment are both counted", async () => {
  const record = report("Elm", "elm");
  const { sourceId } = await granted(create.run(ada, { record }));
  const articles = await Promise.all([beginDraft(ada, "One"), beginDraft(bo, "Other"), beginDraft(bo, "Third")]);
  await Promise.all(
    articles.map((articleId, n) => granted(createSource.run(n ? bo : ada, { articleId, referenceId: null, record }))),
  );
  expect(await library(ada, { q: "elm" })).toMatchObject({ sources: [{ id: sourceId, usedIn: 3 }] });
});

test("tags are put on and taken off all sources or none, and history says so once", async () => {
  const sourceIds = [made["Alder"]!, made["Birch"]!];
  const tagged = (add: string[], remove: string[], ids = sourceIds) =>
    tag.run(ada, tag.input.parse({ sourceIds: ids, add, remove }));
  expect(await granted(tagged(["Rivers", "rivers "], []))).toEqual({ changed: 2 });
  expect(await granted(tagged(["rivers"], []))).toEqual({ changed: 0 });
  const many = Array.from({ length: 50 }, (_, n) => `tag ${n}`);
  expect((await refused(tagged(many, []))).kind).toBe("too-many");
  expect((await refused(tagged(["x"], [], [...sourceIds, newId() as SourceId]))).kind).toBe("not-found");
  expect(await granted(tagged([], ["rivers"], [made["Birch"]!]))).toEqual({ changed: 1 });
  expect(await titles({ tag: "rivers" })).toEqual(["Alder"]);
  expect(await db.event.count({ where: { type: "source.tagged", data: { path: ["tags"], equals: ["rivers"] } } })).toBe(
    1,
  );
  expect(tag.input.safeParse({ sourceIds, add: [], remove: [] }).success).toBe(false);
});

test("a view is its owner's alone until it is shared, and only its owner changes it", async () => {
  const view = (given: object) =>
    save.input.parse({ viewId: null, name: "Dead ones", query: "link=dead&nonsense=1", shared: false, ...given });
  const { viewId, query } = await granted(save.run(ada, view({})));
  expect(query).toBe("link=dead");
  expect(await savedViews(bo)).toEqual([]);
  expect((await refused(save.run(ada, view({ name: " dead ONES" })))).kind).toBe("name-taken");
  expect((await refused(save.run(bo, view({ viewId, name: "Mine now" })))).kind).toBe("not-found");
  expect((await refused(deleteView.run(bo, { viewId }))).kind).toBe("not-found");
  await granted(save.run(ada, view({ viewId, name: "Dead", shared: true })));
  expect(await savedViews(bo)).toMatchObject([{ name: "Dead", by: "Ada", query: "link=dead" }]);
  expect(await savedViews(ada)).toMatchObject([{ name: "Dead", by: null }]);
  await db.savedView.createMany({
    data: Array.from({ length: 99 }, (_, n) => ({ id: newId(), ownerId: ada.id, name: `View ${n}`, query: "" })),
  });
  expect((await refused(save.run(ada, view({ name: "One more" })))).kind).toBe("too-many");
  await granted(deleteView.run(ada, { viewId }));
  expect(await savedViews(bo)).toEqual([]);
  expect(await savedViews(systemActor)).toBeNull();
});

test("whoever does something to all that match gets all that match, and is told when there are more", async () => {
  expect(await matchingSources(ada, { ...everything, link: "dead" })).toEqual({
    ids: [made["Birch"]],
    more: false,
  });
  expect(await matchingSources(ada, everything, 3)).toMatchObject({ more: true });
});

test("words are found where a word begins so, and inside words only where none does", async () => {
  await granted(create.run(ada, { record: report("Arbor day in a carbo[r]n town", "arbor") }));
  await granted(create.run(ada, { record: report("渡し船と橋の費用", "tolls") }));
  expect(await titles({ q: "arbor" })).toEqual(["Arbor day in a carbo[r]n town"]);
  expect(await titles({ q: "rbor da" })).toEqual(["Arbor day in a carbo[r]n town"]);
  expect(await titles({ q: "橋の" })).toEqual(["渡し船と橋の費用"]);
  expect(await titles({ q: "[" })).toEqual(["Arbor day in a carbo[r]n town"]);
  expect(await titles({ q: "'" })).toEqual([]);
});

test("database and domain break a text into the same words", async () => {
  const text = "a.b/c [d] `e` {f} “g” h’i — j_k l-m n\\o p:q r's é ß 橋。の ~t^u";
  const [row] = await db.$queryRaw<{ words: string[] }[]>`select tsvector_to_array(library_words(${text})) as words`;
  expect(row?.words).toEqual([...new Set(text.split(new RegExp(`${wordBreak}+`, "u")))].filter(Boolean).sort());
});
