import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import { createSource } from "@/server/commands/reference/create-source";
import { submit } from "@/server/commands/review/submit";
import { approve } from "@/server/commands/review/approve";
import { edit as editSource } from "@/server/commands/source/edit";
import { merge } from "@/server/commands/source/merge";
import { articleList } from "@/server/queries/article-list";
import { history } from "@/server/queries/history";
import { library } from "@/server/queries/library";
import { sourcePage } from "@/server/queries/source-page";
import { workspace } from "@/server/queries/workspace";
import { beginDraft, deleteSection, draftOf, edit, endOf, granted, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { perma, report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

/** An article of Ada's that cites a work and is under review. */
async function submitted(title: string, record = perma) {
  const articleId = await beginDraft(ada, title);
  const made = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
  const section = await writeSection(ada, articleId, "The claim", "Links rot", made.referenceId);
  await deleteSection(ada, articleId, 1);
  await granted(submit.run(ada, { articleId, note: "Please" }));
  return { articleId, section, ...made };
}

test("the list shows each person their own articles and those that wait for them", async () => {
  const { articleId } = await submitted("Waits for Bo");
  await beginDraft(ada, "Is being written");
  const titles = (list: Awaited<ReturnType<typeof articleList>>) => list?.articles.map(({ title }) => title);
  expect(titles(await articleList(ada, { view: "mine" }))).toEqual(["Is being written", "Waits for Bo"]);
  expect(titles(await articleList(bo, { view: "waiting" }))).toEqual(["Waits for Bo"]);
  expect(titles(await articleList(bo, { view: "mine" }))).toEqual([]);
  expect(await articleList(bo, { search: "waits BO" })).toMatchObject({
    articles: [{ id: articleId, state: "in_review", blockers: 0, owner: "Ada", updatedBy: "Ada", edition: null }],
    counts: { mine: 0, waiting: 1, all: 1 },
  });
  expect(await articleList(systemActor)).toBeNull();
});

test("a list is read page by page, and no article is left out or shown twice", async () => {
  const cy = await hire("Cy", "editor");
  const ids: string[] = [];
  for (let n = 0; n < 7; n++) ids.push(await beginDraft(cy, `Paged ${n}`));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await articleList(cy, { view: "mine", size: 3, after });
    seen.push(...(page?.articles.map(({ id }) => id) ?? []));
    after = page?.next ?? null;
  } while (after);
  expect(seen).toEqual(ids.toReversed());
  expect((await articleList(cy, { view: "mine", after: "not ours" }))?.articles).toHaveLength(7);
});

test("the library finds a work by its title, its people and its identifiers, and says how often it is used", async () => {
  await submitted("Uses it once more");
  for (const search of ["scoping perma", "zittrain lessig", "10.1017/s1472669614000255", "Légal Information"])
    expect(await library(ada, { q: search })).toMatchObject({ total: 1, sources: [{ title: perma.title, usedIn: 2 }] });
  expect(await library(ada, { q: "nothing is called that" })).toMatchObject({ total: 0, sources: [], next: null });
});

test("a source's page says what rests on it, and what an edit would undo", async () => {
  const { articleId, section, sourceId } = await submitted("Rests on a report", report("Resting", "resting"));
  const { sections } = await draftOf(articleId);
  const named = sections.map(({ id, digest }) => ({ section: id, digest }));
  await granted(approve.run(bo, approve.input.parse({ articleId, sections: named })));
  expect(await sourcePage(ada, sourceId)).toMatchObject({
    usedIn: [{ articleId, state: "approved", sections: [{ id: section, heading: "The claim", approved: true }] }],
    edit: { articles: 1, sections: 1, approvals: 1 },
    source: { keys: [{ scheme: "url", value: expect.stringContaining("reports.example.org/resting") }] },
    may: { edit: true, merge: true },
  });

  await granted(editSource.run(ada, { sourceId, version: 0, record: report("Resting, revised", "resting") }));
  const after = await sourcePage(bo, sourceId);
  expect(after?.edit).toEqual({ articles: 1, sections: 1, approvals: 0 });
  expect(after?.history.map(({ by, words }) => `${by} ${words}`)).toEqual([
    "Ada changed the source “Resting, revised”",
    "Ada added the source to the library",
  ]);
  expect(after?.may).toEqual({ edit: false, merge: false, check: true, tag: true });
  const approvals = (await workspace(bo, articleId))?.approvals;
  expect(approvals?.find((one) => one.section === section)).toMatchObject({ live: null, outdated: { by: "Bo" } });
});

test("a merged source leaves the library and points to the one that stands for it", async () => {
  const keep = await submitted("Keeps", report("Keep me", "keep-me"));
  const drop = await submitted("Drops", report("Drop me", "drop-me"));
  await granted(merge.run(ada, { keep: keep.sourceId, drop: drop.sourceId, version: 0 }));
  expect((await library(ada, { q: "drop me" }))?.sources).toEqual([]);
  expect(await sourcePage(ada, drop.sourceId)).toMatchObject({
    source: { mergedInto: { id: keep.sourceId, title: "Keep me" } },
    may: { edit: false, merge: false },
  });
  expect((await sourcePage(ada, keep.sourceId))?.usedIn).toHaveLength(2);
});

test("history tells in words who did what, edits in a row as one line", async () => {
  const { articleId } = await submitted("Told in words", report("Told", "told"));
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 0), schema.text("s")));
  const told = await history(bo, articleId);
  expect(told?.lines.map(({ by, words }) => `${by} ${words}`)).toEqual([
    "Ada edited a section",
    "Ada submitted the draft for review: Please",
    "Ada edited 3 sections",
    "Ada put “Told” on the source list",
    "Ada edited a section",
    "Ada began the article",
  ]);
  expect(told?.revisions).toMatchObject([{ kind: "submitted", note: "Please", by: "Ada" }]);
  expect(told?.mayRestore).toBe(false);
  const first = await history(ada, articleId, { size: 2 });
  expect(first?.lines).toHaveLength(2);
  const second = await history(ada, articleId, { size: 2, after: first?.next ?? null });
  expect(second?.lines[0]?.words).toBe("edited 3 sections");
});
