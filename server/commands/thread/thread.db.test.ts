import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { answer } from "@/server/commands/thread/answer";
import { open } from "@/server/commands/thread/open";
import { reopen } from "@/server/commands/thread/reopen";
import { resolve } from "@/server/commands/thread/resolve";
import { workspace } from "@/server/queries/workspace";
import { beginDraft, draftOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
let bo: Somebody;
let dan: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  dan = await hire("Dan", "admin");
});

const anchor = { exact: "rot", prefix: "Links ", suffix: "." };

test("an open conversation blocks, a resolved one does not, and taking it up again blocks again", async () => {
  const articleId = await beginDraft(ada, "Comments");
  const sectionId = await writeSection(ada, articleId, "Claim", "Links rot");
  const before = (await draftOf(articleId)).article;
  const { threadId } = await granted(open.run(bo, { articleId, sectionId, anchor, body: "Says who?" }));
  await granted(answer.run(ada, { articleId, threadId, body: "Everybody." }));
  const during = (await draftOf(articleId)).article;
  expect(during.openBlockers).toBe(before.openBlockers + 1);
  expect([during.version, during.stepCount, during.digest]).toEqual([
    before.version + 2,
    before.stepCount,
    before.digest,
  ]);
  expect((await workspace(ada, articleId))?.threads).toMatchObject([
    {
      openedBy: "Bo",
      resolved: null,
      comments: [
        { author: "Bo", body: "Says who?", mine: false },
        { author: "Ada", body: "Everybody.", mine: true },
      ],
    },
  ]);

  await granted(resolve.run(ada, { articleId, threadId }));
  expect((await draftOf(articleId)).article.openBlockers).toBe(before.openBlockers);
  expect((await refused(resolve.run(ada, { articleId, threadId }))).kind).toBe("wrong-state");
  await granted(reopen.run(bo, { articleId, threadId }));
  expect((await draftOf(articleId)).article.openBlockers).toBe(before.openBlockers + 1);
});

test("a conversation of another article is not found, and who neither writes nor reviews says nothing", async () => {
  const articleId = await beginDraft(ada, "Mine");
  const other = await beginDraft(ada, "Another");
  const sectionId = await writeSection(ada, articleId, "Claim", "Links rot");
  const { threadId } = await granted(open.run(bo, { articleId, sectionId, anchor, body: "?" }));
  expect((await refused(answer.run(ada, { articleId: other, threadId, body: "!" }))).kind).toBe("not-found");
  expect((await refused(resolve.run(ada, { articleId: other, threadId }))).kind).toBe("not-found");
  expect((await refused(open.run(bo, { articleId: other, sectionId, anchor, body: "?" }))).kind).toBe("not-found");
  expect((await refused(open.run(dan, { articleId, sectionId, anchor, body: "?" }))).kind).toBe("forbidden");
  expect((await refused(resolve.run(dan, { articleId, threadId }))).kind).toBe("forbidden");
});
