import "@/server/testing/own-database";
import { Transform } from "prosemirror-transform";
import { beforeAll, expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { schema } from "@/domain/document/schema";
import { type ArticleId, ReferenceId } from "@/domain/ids";
import { create } from "@/server/commands/article/create";
import { saveSteps } from "@/server/commands/article/save-steps";
import { db } from "@/server/db";
import {
  beginDraft,
  citation,
  draftOf,
  edit,
  endOf,
  granted,
  refused,
  section,
  writeSection,
} from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
let bo: Somebody;
let reader: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "editor");
  reader = await hire("Rea", "reviewer");
});

/** A batch that puts words at the end of the first paragraph, made on the text as it stands. */
async function typing(articleId: ArticleId, words: string, clientId: string) {
  const { article, manuscript } = await draftOf(articleId);
  const change = new Transform(manuscript.document).insert(endOf(manuscript.document, 1, 1), schema.text(words));
  const steps = change.steps.map((step): Record<string, unknown> => step.toJSON());
  return { articleId, stepCount: article.stepCount, steps, clientId };
}

const wordsOf = async (articleId: ArticleId) => (await draftOf(articleId)).manuscript.document.child(1).textContent;

test("a new article has a title, an address of its own and one empty section", async () => {
  const first = await granted(create.run(ada, { title: "Ångström’s lamp & other tales" }));
  const second = await granted(create.run(ada, { title: "Ångström’s lamp & other tales" }));
  expect([first.slug, second.slug]).toEqual(["angstroms-lamp-other-tales", "angstroms-lamp-other-tales-2"]);
  const { article, sections, manuscript } = await draftOf(first.articleId);
  expect({ title: article.title, version: article.version, state: article.state }).toEqual({
    title: "Ångström’s lamp & other tales",
    version: 1,
    state: "writing",
  });
  expect(sections.map(({ kind }) => kind)).toEqual(["front", "section"]);
  expect(whyInvalid(manuscript.document)).toBeNull();
  expect((await refused(create.run(reader, { title: "Not mine to begin" }))).kind).toBe("forbidden");
});

test("an article whose beginning is sent twice begins once", async () => {
  const { articleId } = await granted(create.run(ada, { title: "Twice" }));
  expect(await granted(create.run(ada, { title: "Twice", id: articleId }))).toMatchObject({ articleId, slug: "twice" });
  expect((await refused(create.run(bo, { title: "Twice", id: articleId }))).kind).toBe("taken");
});

test("what is written is kept, and made part of history", async () => {
  const articleId = await beginDraft(ada, "Kept words");
  const batch = await typing(articleId, "Links rot", "ada-1");
  const saved = await granted(saveSteps.run(ada, batch));
  expect(saved.stepCount).toBe(batch.stepCount + 1);
  expect(await wordsOf(articleId)).toBe("Links rot");
  const last = await db.event.findFirst({ where: { articleId }, orderBy: { seq: "desc" } });
  expect([last?.type, last?.actorId]).toEqual(["article.edited", ada.id]);
});

test("a batch whose answer was lost is saved once, and answered as saved", async () => {
  const articleId = await beginDraft(ada, "Sent twice");
  const batch = await typing(articleId, "Once.", "ada-1");
  const saved = await granted(saveSteps.run(ada, batch));
  await granted(saveSteps.run(bo, await typing(articleId, " More.", "bo-1")));
  expect(await granted(saveSteps.run(ada, batch))).toEqual(saved);
  expect(await wordsOf(articleId)).toBe("Once. More.");
  expect((await refused(saveSteps.run(bo, batch))).kind, "another person's batch is not mine").toBe("behind");
});

test("a batch on an older text is refused with the steps that are missing", async () => {
  const articleId = await beginDraft(ada, "Two at once");
  const mine = await typing(articleId, "Ada.", "ada-1");
  const theirs = await typing(articleId, "Bo.", "bo-1");
  const { stepCount } = await granted(saveSteps.run(ada, mine));
  expect(await refused(saveSteps.run(bo, theirs))).toMatchObject({
    kind: "behind",
    stepCount,
    clientIds: ["ada-1"],
    steps: mine.steps,
  });
  expect(await wordsOf(articleId)).toBe("Ada.");
});

test("steps that lead to no text of ours change nothing", async () => {
  const articleId = await beginDraft(ada, "Broken steps");
  const { article, manuscript } = await draftOf(articleId);
  const batch = { articleId, stepCount: article.stepCount, clientId: "ada-1" };
  const size = manuscript.document.content.size;
  const front = manuscript.document.child(0).nodeSize;
  const hostile: Record<string, unknown>[] = [
    { stepType: "replace", from: 0, to: size },
    { stepType: "replace", from: 0, to: front },
    { stepType: "replace", from: 9_999_999, to: 9_999_999 },
    { stepType: "replace", from: -1, to: Number.NaN },
    { stepType: "nothing of ours" },
    { stepType: "attr", pos: front, attr: "id", value: manuscript.document.child(0).attrs["id"] },
    { stepType: "attr", pos: front, attr: "id", value: "no id" },
    { stepType: "attr", pos: 0, attr: "id", value: "01890000-0000-7000-8000-000000000001" },
    { stepType: "addMark", mark: { type: "link", attrs: { href: "javascript:alert(1)" } }, from: 2, to: 4 },
    {
      stepType: "replace",
      from: size,
      to: size,
      slice: { content: [{ ...section("", []).toJSON(), attrs: { id: "01890000-0000-7000-8000-00000000000A" } }] },
    },
    { stepType: "replace", from: size, to: size, slice: { content: [{ type: "script" }] } },
    { stepType: "__proto__" },
  ];
  for (const step of hostile)
    expect({ step, ...(await refused(saveSteps.run(ada, { ...batch, steps: [step] }))) }).toMatchObject({
      kind: "invalid",
    });
  expect((await refused(saveSteps.run(ada, { ...batch, stepCount: article.stepCount + 1, steps: hostile }))).kind).toBe(
    "invalid",
  );
  expect((await refused(saveSteps.run(reader, { ...batch, steps: hostile }))).kind).toBe("forbidden");
  expect((await draftOf(articleId)).article.version).toBe(article.version);
});

test("a section or a source entry of another article cannot be taken over", async () => {
  const theirs = await beginDraft(bo, "Theirs");
  const stolen = await writeSection(bo, theirs, "Mine", "It is mine");
  const reference = await db.reference.create({
    data: {
      id: "01890000-0000-7000-8000-0000000000ff",
      articleId: theirs,
      position: 0,
      original: "A line",
      labels: [],
    },
  });
  const mine = await beginDraft(ada, "Mine");
  const { article, manuscript } = await draftOf(mine);
  const end = manuscript.document.content.size;
  for (const node of [section("Taken", [], stolen), section("Taken", [citation(ReferenceId.parse(reference.id))])]) {
    const steps = new Transform(manuscript.document).insert(end, node).steps.map((step) => step.toJSON());
    const batch = { articleId: mine, stepCount: article.stepCount, steps, clientId: "ada-1" };
    expect((await refused(saveSteps.run(ada, batch))).kind).toBe("cross-article");
  }
  expect((await draftOf(theirs)).sections.map(({ id }) => id)).toContain(stolen);
});

test("a section that was deleted keeps its text and comes back with it", async () => {
  const articleId = await beginDraft(ada, "Deleted and restored");
  const id = await writeSection(ada, articleId, "History", "It was there");
  const { manuscript } = await draftOf(articleId);
  const node = manuscript.document.child(2);
  const at = manuscript.document.content.size - node.nodeSize;
  await edit(ada, articleId, (change) => change.delete(at, at + node.nodeSize));
  expect((await draftOf(articleId)).sections.map((row) => row.id)).not.toContain(id);
  await edit(bo, articleId, (change) => change.insert(at, node));
  expect((await draftOf(articleId)).manuscript.document.child(2).eq(node)).toBe(true);
});
