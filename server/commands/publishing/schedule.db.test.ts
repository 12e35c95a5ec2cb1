import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { publish } from "@/server/commands/publishing/publish";
import { publishScheduled } from "@/server/commands/publishing/publish-scheduled";
import { retract } from "@/server/commands/publishing/retract";
import { schedule } from "@/server/commands/publishing/schedule";
import { unschedule } from "@/server/commands/publishing/unschedule";
import { open } from "@/server/commands/thread/open";
import { db } from "@/server/db";
import { draftOf, edit, endOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import {
  approveAll,
  handIn,
  publishing,
  sectionAt,
  writeApproved,
  writePublished,
  writeWhole,
} from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

const soon = 700;
const articleOf = async (id: ArticleId) => (await draftOf(id)).article;
const theHour = () => new Promise((resume) => setTimeout(resume, soon));
const atTheHour = (articleId: ArticleId) => granted(publishScheduled.run(systemActor, { articleId }));
const editionsOf = (articleId: ArticleId) => db.edition.count({ where: { articleId } });
const jobsOf = (id: ArticleId) =>
  db.$queryRaw<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where key = ${`publish:${id}`}`;

async function scheduleFor(id: ArticleId, milliseconds: number, note: string | null = null) {
  const at = new Date(Date.now() + milliseconds);
  await granted(schedule.run(ada, { ...(await publishing(id, note)), at: at.toISOString() }));
  return at;
}

test("a scheduled draft is published at its hour, not before, once, in the name of who asked for it", async () => {
  const id = await writeApproved(ada, bo, "At the hour");
  const at = await scheduleFor(id, soon);
  expect(await jobsOf(id)).toEqual([{ run_at: at }]);
  expect(await atTheHour(id)).toEqual({ outcome: "not-due" });
  await theHour();
  const outcomes = await Promise.all([atTheHour(id), atTheHour(id), atTheHour(id)]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["not-due", "not-due", "published"]);
  expect(await db.edition.findMany({ where: { articleId: id } })).toMatchObject([{ publishedById: ada.id, number: 1 }]);
  expect(await articleOf(id)).toMatchObject({ state: "writing", scheduledFor: null, scheduledAs: null });
});

test("nobody but the clock runs what is scheduled", async () => {
  const id = await writeApproved(ada, bo, "By hand");
  expect((await refused(publishScheduled.run(ada, { articleId: id }))).kind).toBe("forbidden");
});

test("an hour that is past or too far ahead, a draft that is not approved and one that is blocked are not scheduled", async () => {
  const id = await writeApproved(ada, bo, "When");
  const asked = await publishing(id);
  const hours = [-1000, 400 * 24 * 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
  for (const at of hours) expect((await refused(schedule.run(ada, { ...asked, at }))).kind).toBe("invalid");
  const at = new Date(Date.now() + 60_000).toISOString();
  const anchor = { exact: "Ferries", prefix: "", suffix: "" };
  await granted(open.run(bo, { articleId: id, sectionId: await sectionAt(id, 1), anchor, body: "Wait." }));
  expect((await refused(schedule.run(ada, { ...asked, at }))).kind).toBe("blocked");
  const unread = await writeWhole(ada, "Unread");
  expect((await refused(schedule.run(ada, { ...(await publishing(unread)), at }))).kind).toBe("wrong-state");
});

test("what came up since is refused at the hour, and the desk is told why", async () => {
  const id = await writeApproved(ada, bo, "Refused at the hour");
  const at = await scheduleFor(id, soon);
  const anchor = { exact: "Ferries", prefix: "", suffix: "" };
  await granted(open.run(bo, { articleId: id, sectionId: await sectionAt(id, 1), anchor, body: "Really?" }));
  await theHour();
  expect(await atTheHour(id)).toEqual({ outcome: "refused" });
  const article = await articleOf(id);
  expect(article).toMatchObject({ state: "in_review", scheduledFor: null, scheduledById: null, scheduledAs: null });
  expect(article.refusal).toMatchObject({ at: expect.any(String), reasons: [expect.stringContaining("comment")] });
  expect(await editionsOf(id)).toBe(0);
  expect(await db.event.findFirst({ where: { articleId: id }, orderBy: { seq: "desc" } })).toMatchObject({
    type: "article.publishing-refused",
    actorId: null,
    data: { for: at.toISOString(), reasons: [expect.any(String)] },
  });
  expect(await atTheHour(id)).toEqual({ outcome: "not-due" });
});

test("an edit takes a draft off the schedule, and its hour passes without an edition", async () => {
  const id = await writeApproved(ada, bo, "Edited meanwhile");
  await scheduleFor(id, soon);
  await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" Mostly.")));
  expect(await articleOf(id)).toMatchObject({ state: "in_review", scheduledFor: null, scheduledAs: null });
  await theHour();
  expect(await atTheHour(id)).toEqual({ outcome: "not-due" });
  expect(await editionsOf(id)).toBe(0);
});

test("a draft that is taken off the schedule stays approved and may be published by hand", async () => {
  const id = await writeApproved(ada, bo, "By hand after all");
  await scheduleFor(id, soon);
  await granted(unschedule.run(ada, { articleId: id }));
  expect(await articleOf(id)).toMatchObject({ state: "approved", scheduledFor: null });
  expect((await refused(unschedule.run(ada, { articleId: id }))).kind).toBe("wrong-state");
  await theHour();
  expect(await atTheHour(id)).toEqual({ outcome: "not-due" });
  expect(await granted(publish.run(ada, await publishing(id)))).toMatchObject({ number: 1 });
});

test("a correction keeps its note until the hour", async () => {
  const id = await writePublished(ada, bo, "Corrected later");
  await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" Mostly.")));
  await handIn(ada, id);
  await approveAll(bo, id);
  await scheduleFor(id, soon, "Not all ferries are slow.");
  await theHour();
  expect(await atTheHour(id)).toEqual({ outcome: "published" });
  const [, second] = await db.edition.findMany({ where: { articleId: id }, orderBy: { number: "asc" } });
  expect(second).toMatchObject({ kind: "correction", note: "Not all ferries are slow." });
});

test("nothing that was scheduled undoes a retraction by itself", async () => {
  const id = await writePublished(ada, bo, "Retracted meanwhile");
  await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" Mostly.")));
  await handIn(ada, id);
  await approveAll(bo, id);
  await scheduleFor(id, soon);
  await granted(retract.run(bo, { articleId: id, reason: "It was wrong." }));
  expect(await articleOf(id)).toMatchObject({ state: "approved", scheduledFor: null, scheduledAs: null });
  await theHour();
  expect(await atTheHour(id)).toEqual({ outcome: "not-due" });
  expect(await editionsOf(id)).toBe(2);
});
