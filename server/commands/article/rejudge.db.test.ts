import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { rulesVersion } from "@/domain/rules";
import { rejudge } from "@/server/commands/article/rejudge";
import { db } from "@/server/db";
import { beginDraft, draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

test("after an upgrade of the rules a draft is digested anew, and only once", async () => {
  const id = await beginDraft(ada, "Bridges");
  const before = await draftOf(id);
  await db.section.updateMany({ where: { articleId: id }, data: { digest: "0".repeat(64) } });
  await db.article.update({ where: { id }, data: { rulesVersion: "older", digest: "0".repeat(64) } });

  expect(await granted(rejudge.run(systemActor, {}))).toEqual({ articles: 1 });
  const after = await draftOf(id);
  expect(after.article).toMatchObject({ rulesVersion, digest: before.article.digest });
  expect(after.sections.map(({ digest }) => digest)).toEqual(before.sections.map(({ digest }) => digest));
  expect(await granted(rejudge.run(systemActor, {}))).toEqual({ articles: 0 });
});

test("nobody asks for that by hand", async () => {
  expect((await refused(rejudge.run(ada, {}))).kind).toBe("forbidden");
});
