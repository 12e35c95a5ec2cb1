import "@/server/testing/own-database";
import { Step } from "prosemirror-transform";
import { beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import { RevisionId } from "@/domain/ids";
import { checkpoint } from "@/server/commands/article/checkpoint";
import { handOver } from "@/server/commands/article/hand-over";
import { rename } from "@/server/commands/article/rename";
import { restore } from "@/server/commands/article/restore";
import { createSource } from "@/server/commands/reference/create-source";
import { remove } from "@/server/commands/reference/remove";
import { db } from "@/server/db";
import { stepsSince } from "@/server/db/steps";
import { workspace } from "@/server/queries/workspace";
import {
  beginDraft,
  deleteSection,
  draftOf,
  edit,
  endOf,
  granted,
  refused,
  writeSection,
} from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { perma } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "editor");
});

test("a checkpoint is restored with its sections and sources, and open editors can follow", async () => {
  const articleId = await beginDraft(ada, "Restored");
  const { referenceId } = await granted(createSource.run(ada, { articleId, referenceId: null, record: perma }));
  await writeSection(ada, articleId, "Cited", "Links rot", referenceId);
  const { revisionId } = await granted(checkpoint.run(ada, { articleId, note: "Good" }));
  const good = (await draftOf(articleId)).manuscript.document;

  await deleteSection(ada, articleId, 2);
  await granted(remove.run(ada, { articleId, referenceId }));
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 1), schema.text("Worse.")));
  const { article, manuscript } = await draftOf(articleId);
  expect((await refused(restore.run(bo, { articleId, revisionId, version: 1 }))).kind).toBe("stale");
  const { stepCount } = await granted(restore.run(bo, { articleId, revisionId, version: article.version }));

  const after = await draftOf(articleId);
  expect(after.manuscript.document.eq(good)).toBe(true);
  expect(after.manuscript.references.map(({ id }) => id)).toEqual([referenceId]);
  const missing = await db.$transaction((tx) => stepsSince(tx, articleId, article.stepCount));
  const followed = missing
    .flatMap(({ steps }) => steps)
    .reduce((document, step) => Step.fromJSON(schema, step).apply(document).doc ?? document, manuscript.document);
  expect(followed.eq(good)).toBe(true);
  expect(stepCount).toBe(article.stepCount + 1);
  const kinds = await db.revision.findMany({ where: { articleId }, orderBy: { id: "asc" }, select: { kind: true } });
  expect(kinds.map(({ kind }) => kind)).toEqual(["checkpoint", "checkpoint", "restored"]);
});

test("a revision of another article is not found", async () => {
  const mine = await beginDraft(ada, "Mine");
  const other = await beginDraft(ada, "Other");
  const { revisionId } = await granted(checkpoint.run(ada, { articleId: other, note: "" }));
  const { version } = (await draftOf(mine)).article;
  expect((await refused(restore.run(ada, { articleId: mine, revisionId, version }))).kind).toBe("not-found");
  const nobody = RevisionId.parse("01890000-0000-7000-8000-00000000dead");
  expect((await refused(restore.run(ada, { articleId: mine, revisionId: nobody, version }))).kind).toBe("not-found");
});

test("a deleted section is offered again with its whole text", async () => {
  const articleId = await beginDraft(ada, "Deleted");
  const id = await writeSection(ada, articleId, "Gone", "It was here");
  const node = (await draftOf(articleId)).manuscript.document.child(2);
  await deleteSection(ada, articleId, 2);
  expect((await workspace(ada, articleId))?.deletedSections).toMatchObject([
    { id, heading: "Gone", body: node.toJSON() },
  ]);
});

test("an address can be changed until readers have it, and is nobody else's", async () => {
  const articleId = await beginDraft(ada, "Addressed");
  await beginDraft(ada, "Another address");
  expect(await granted(rename.run(ada, { articleId, slug: "new-address" }))).toMatchObject({ slug: "new-address" });
  expect((await refused(rename.run(ada, { articleId, slug: "another-address" }))).kind).toBe("taken");
  expect((await refused(rename.run(ada, { articleId, slug: "desk" }))).kind).toBe("taken");
});

test("an article is handed over by its owner or an admin, to an editor who is here", async () => {
  const articleId = await beginDraft(ada, "Handed over");
  const reviewer = await hire("Rea", "reviewer");
  const admin = await hire("Dan", "admin");
  expect((await refused(handOver.run(bo, { articleId, ownerId: bo.id }))).kind).toBe("forbidden");
  expect((await refused(handOver.run(ada, { articleId, ownerId: reviewer.id }))).kind).toBe("invalid");
  await granted(handOver.run(ada, { articleId, ownerId: bo.id }));
  expect((await draftOf(articleId)).article.ownerId).toBe(bo.id);
  await granted(handOver.run(admin, { articleId, ownerId: ada.id }));
});
