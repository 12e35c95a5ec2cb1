import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { SourceId } from "@/domain/ids";
import { judge } from "@/domain/rules/judge";
import { createSource } from "@/server/commands/reference/create-source";
import { approve } from "@/server/commands/review/approve";
import { submit } from "@/server/commands/review/submit";
import { create } from "@/server/commands/source/create";
import { edit } from "@/server/commands/source/edit";
import { merge } from "@/server/commands/source/merge";
import { db } from "@/server/db";
import { beginDraft, deleteSection, draftOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { perma, report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

/** An article of Ada's with one section that cites a source and one that does not, approved by Bo. */
async function approvedArticle(title: string, record: ReturnType<typeof report>) {
  const articleId = await beginDraft(ada, title);
  const made = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
  const citing = await writeSection(ada, articleId, "Citing", "Links rot", made.referenceId);
  const other = await writeSection(ada, articleId, "Other", "Nothing rests here");
  await deleteSection(ada, articleId, 1);
  await granted(submit.run(ada, { articleId, note: "" }));
  const { sections } = await draftOf(articleId);
  const named = sections.map(({ id, digest }) => ({ section: id, digest }));
  await granted(approve.run(bo, approve.input.parse({ articleId, sections: named })));
  return { articleId, citing, other, sourceId: made.sourceId, referenceId: made.referenceId };
}

test("a work stands in the library once, however its identifier is written", async () => {
  const { sourceId } = await granted(create.run(ada, { record: perma }));
  const again = { ...perma, title: "Perma", DOI: "doi:10.1017/S1472669614000255" };
  expect(await refused(create.run(ada, { record: again }))).toMatchObject({ kind: "duplicate", sourceId });
  expect((await refused(create.run(bo, { record: report("Not mine", "not-mine") }))).kind).toBe("forbidden");
});

test("a work that two people add at the same moment is added once", async () => {
  const record = report("At once", "at-once");
  const answers = await Promise.all(Array.from({ length: 8 }, () => create.run(ada, { record })));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await db.source.count({ where: { title: "At once" } })).toBe(1);
});

test("an edited source changes every text that cites it, and what was approved of those alone", async () => {
  const record = report("Rippling", "rippling");
  const one = await approvedArticle("First that cites", record);
  const two = await approvedArticle("Second that cites", record);
  expect(two.sourceId).toBe(one.sourceId);
  expect((await draftOf(one.articleId)).article.state).toBe("approved");
  const digests = new Map((await draftOf(one.articleId)).sections.map(({ id, digest }) => [id, digest]));

  const changed = { ...record, title: "Rippling, second printing" };
  const { articles, version } = await granted(edit.run(ada, { sourceId: one.sourceId, version: 0, record: changed }));
  expect(version).toBe(1);
  expect(articles.map(({ articleId, sections }) => [articleId, sections]).toSorted()).toEqual(
    [
      [one.articleId, [one.citing]],
      [two.articleId, [two.citing]],
    ].toSorted(),
  );
  const after = await draftOf(one.articleId);
  expect(after.article.state).toBe("in_review");
  expect(after.sections.filter(({ id, digest }) => digests.get(id) !== digest).map(({ id }) => id)).toEqual([
    one.citing,
  ]);
  const history = await db.event.findMany({ where: { type: "source.edited" }, select: { articleId: true } });
  expect(history.map((event) => event.articleId)).toEqual(expect.arrayContaining([null, one.articleId, two.articleId]));
});

test("an edit made on an older record, or one that takes another work's identifier, is refused", async () => {
  const first = await granted(create.run(ada, { record: report("Stale", "stale") }));
  await granted(create.run(ada, { record: report("Other", "other") }));
  const sourceId = first.sourceId;
  expect((await refused(edit.run(ada, { sourceId, version: 7, record: report("Late", "stale") }))).kind).toBe("stale");
  expect(await refused(edit.run(ada, { sourceId, version: 0, record: report("Taken", "other") }))).toMatchObject({
    kind: "duplicate",
    title: "Other",
  });
  const nobody = SourceId.parse("01890000-0000-7000-8000-00000000dead");
  expect((await refused(edit.run(ada, { sourceId: nobody, version: 0, record: perma }))).kind).toBe("not-found");
});

test("an identifier that an edit gave up is free for another work", async () => {
  const { sourceId } = await granted(create.run(ada, { record: report("Moved", "from-here") }));
  await granted(edit.run(ada, { sourceId, version: 0, record: report("Moved", "to-there") }));
  await granted(create.run(ada, { record: report("New here", "from-here") }));
});

test("two sources that are merged are one: texts, identifiers and approvals follow", async () => {
  const kept = await granted(create.run(ada, { record: report("Kept", "kept") }));
  const article = await approvedArticle("Cites the one that goes", report("Dropped", "dropped"));
  const { sourceId: drop } = article;
  const { articles } = await granted(merge.run(ada, { keep: kept.sourceId, drop, version: 0 }));
  expect(articles).toMatchObject([{ articleId: article.articleId, sections: [article.citing] }]);
  const { manuscript, article: row } = await draftOf(article.articleId);
  expect(manuscript.references.map(({ source }) => source?.id)).toEqual([kept.sourceId]);
  expect(row.state).toBe("in_review");
  expect(await refused(create.run(ada, { record: report("Dropped again", "dropped") }))).toMatchObject({
    kind: "duplicate",
    sourceId: kept.sourceId,
  });
  expect((await refused(merge.run(ada, { keep: kept.sourceId, drop, version: 1 }))).kind).toBe("wrong-state");
});

test("two sources that say the very same can be merged under an approved text", async () => {
  const twin = { ...report("Twin", "twin"), publisher: "Example Press" };
  delete twin.URL;
  const kept = await granted(create.run(ada, { record: twin }));
  const article = await approvedArticle("Cites a twin", twin);
  await granted(merge.run(ada, { keep: kept.sourceId, drop: article.sourceId, version: 0 }));
  expect((await draftOf(article.articleId)).manuscript.references[0]?.source?.id).toBe(kept.sourceId);
});

test("an article that had an entry for both keeps both, and the rules say so", async () => {
  const articleId = await beginDraft(ada, "Both");
  const one = await granted(createSource.run(ada, { articleId, referenceId: null, record: report("One", "one") }));
  const two = await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Two", "two") }));
  await granted(merge.run(ada, { keep: one.sourceId, drop: two.sourceId, version: 0 }));
  const { manuscript } = await draftOf(articleId);
  expect(manuscript.references).toHaveLength(2);
  expect(judge(manuscript).map(({ rule }) => rule)).toContain("source/duplicate");
});
