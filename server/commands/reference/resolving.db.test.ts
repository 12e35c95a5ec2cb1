import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { itemOf } from "@/domain/citation/item";
import { citationsOf, placeholdersOf } from "@/domain/document/inlines";
import { type ArticleId, ReferenceId } from "@/domain/ids";
import { judge } from "@/domain/rules/judge";
import { importText } from "@/server/commands/importing/import";
import { add } from "@/server/commands/reference/add";
import { createSource } from "@/server/commands/reference/create-source";
import { dropLabels } from "@/server/commands/reference/drop-labels";
import { remove } from "@/server/commands/reference/remove";
import { reorder } from "@/server/commands/reference/reorder";
import { resolve } from "@/server/commands/reference/resolve";
import { create as createLibrarySource } from "@/server/commands/source/create";
import { db } from "@/server/db";
import { beginDraft, draftOf, edit, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { perma, report } from "@/server/testing/works";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

const blockersOf = async (articleId: ArticleId) => {
  const { article, manuscript } = await draftOf(articleId);
  const rules = judge(manuscript)
    .filter(({ severity }) => severity === "blocker")
    .map(({ rule }) => rule);
  expect(article.openBlockers).toBe(rules.length);
  return rules;
};

const pasted = `# How links rot

By Ada Example

Half of all links are dead after ten years [1], and few notice [citation needed]. See [INTERNAL_LINK:what-to-do].

## Sources

[[3], [4]] Zittrain, Albert and Lessig, Perma, 2014

Various sources
`;

test("a blocked draft is resolved step by step until nothing is left to find", async () => {
  const { articleId } = await granted(importText.run(ada, { name: null, text: pasted }));
  expect(await blockersOf(articleId)).toContain("citation/missing");
  const { references } = (await draftOf(articleId)).manuscript;
  const [first, second] = references.map(({ id }) => id);
  if (!first || !second) throw new Error("the import found both lines");

  const made = await granted(createSource.run(ada, { articleId, referenceId: first, record: perma }));
  expect(made).toMatchObject({ referenceId: first, existed: false });
  const labels = [...(references[0]?.labels ?? [])];
  if (labels.length > 0) await granted(dropLabels.run(ada, { articleId, referenceId: first, labels }));
  await granted(remove.run(ada, { articleId, referenceId: second }));
  await edit(ada, articleId, (change) => {
    for (const { at } of citationsOf(change.doc)) change.setNodeAttribute(at, "items", [itemOf(first)]);
    const [link] = placeholdersOf(change.doc);
    if (link) change.delete(link.at, link.at + 1);
  });

  expect(await blockersOf(articleId)).toEqual([]);
  const [reference] = (await draftOf(articleId)).manuscript.references;
  expect(reference?.source?.record.title).toBe(perma.title);
  expect(reference?.original).toContain("Zittrain");
});

test("a source that the library has is taken from there, whoever describes it again", async () => {
  const articleId = await beginDraft(ada, "The same work");
  const again = { ...perma, title: "Perma", DOI: "https://doi.org/10.1017/s1472669614000255" };
  const first = await granted(createSource.run(ada, { articleId, referenceId: null, record: perma }));
  const second = await granted(createSource.run(ada, { articleId, referenceId: null, record: again }));
  expect(second).toMatchObject({ sourceId: first.sourceId, referenceId: first.referenceId, existed: true });
  expect((await draftOf(articleId)).manuscript.references).toHaveLength(1);
});

test("a source stands in a list once, and comes back as the entry that it was", async () => {
  const articleId = await beginDraft(ada, "Once in the list");
  const { sourceId } = await granted(createLibrarySource.run(ada, { record: report("Once", "once") }));
  const { referenceId } = await granted(add.run(ada, { articleId, sourceId }));
  expect(await granted(add.run(ada, { articleId, sourceId }))).toMatchObject({ referenceId, added: false });
  await granted(remove.run(ada, { articleId, referenceId }));
  expect((await draftOf(articleId)).manuscript.references).toEqual([]);
  expect(await granted(add.run(ada, { articleId, sourceId }))).toMatchObject({ referenceId, added: true });
});

test("an entry that is cited cannot be taken off the list, and the refusal says where it is cited", async () => {
  const articleId = await beginDraft(ada, "Cited");
  const made = await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Cited", "cited") }));
  const section = await writeSection(ada, articleId, "The claim", "Every second link is dead", made.referenceId);
  expect(await refused(remove.run(ada, { articleId, referenceId: made.referenceId }))).toMatchObject({
    kind: "cited",
    cited: [{ section, heading: "The claim", excerpt: "Every second link is dead" }],
  });
});

test("to cite another source is to change the text: its writer becomes a contributor of the sections that cite it", async () => {
  const bo = await hire("Bo", "editor");
  const articleId = await beginDraft(ada, "Rebound");
  const made = await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Old", "old") }));
  const section = await writeSection(ada, articleId, "Claim", "Links rot", made.referenceId);
  await writeSection(ada, articleId, "Other", "Nothing is cited here");
  const other = await granted(createLibrarySource.run(ada, { record: report("New", "new") }));
  const before = new Map((await draftOf(articleId)).sections.map((row) => [row.id, row.digest]));
  await granted(resolve.run(bo, { articleId, referenceId: made.referenceId, sourceId: other.sourceId }));
  const after = (await draftOf(articleId)).sections.filter((row) => before.get(row.id) !== row.digest);
  expect(after.map((row) => row.id)).toEqual([section]);
  const batch = await db.stepBatch.findFirstOrThrow({ where: { articleId }, orderBy: { version: "desc" } });
  expect([batch.authorId, batch.sections, batch.reason]).toEqual([bo.id, [section], "reference"]);
});

test("entries of another article, and sources that are not there, are not found", async () => {
  const mine = await beginDraft(ada, "Mine");
  const theirs = await beginDraft(ada, "Theirs");
  const made = await granted(createSource.run(ada, { articleId: theirs, referenceId: null, record: report("T", "t") }));
  const { sourceId, referenceId } = made;
  const nobody = ReferenceId.parse("01890000-0000-7000-8000-00000000dead");
  expect((await refused(remove.run(ada, { articleId: mine, referenceId }))).kind).toBe("not-found");
  expect((await refused(resolve.run(ada, { articleId: mine, referenceId, sourceId }))).kind).toBe("not-found");
  expect((await refused(dropLabels.run(ada, { articleId: mine, referenceId: nobody, labels: ["1"] }))).kind).toBe(
    "not-found",
  );
  expect((await refused(reorder.run(ada, { articleId: mine, order: [referenceId] }))).kind).toBe("stale");
  expect((await refused(createSource.run(ada, { articleId: mine, referenceId, record: perma }))).kind).toBe(
    "not-found",
  );
});

test("the desk's list can be put in order", async () => {
  const articleId = await beginDraft(ada, "Order");
  const ids: ReferenceId[] = [];
  for (const name of ["a", "b", "c"])
    ids.push(
      (await granted(createSource.run(ada, { articleId, referenceId: null, record: report(name, `order/${name}`) })))
        .referenceId,
    );
  const order = ids.toReversed();
  await granted(reorder.run(ada, { articleId, order }));
  expect((await draftOf(articleId)).manuscript.references.map(({ id }) => id)).toEqual(order);
});
