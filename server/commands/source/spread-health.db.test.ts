import "@/server/testing/own-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { type ArticleId, SourceId, TaskId } from "@/domain/ids";
import { add } from "@/server/commands/reference/add";
import { remove } from "@/server/commands/reference/remove";
import { changeChecking } from "@/server/commands/settings/change-checking";
import { recordArchive } from "@/server/commands/source/record-archive";
import { spreadHealth } from "@/server/commands/source/spread-health";
import { finish } from "@/server/commands/task/finish";
import { defaultChecking } from "@/domain/source/checking-settings";
import { db, inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { checkAll, daysGoBy, decide, linkOf } from "@/server/testing/checks";
import { beginDraft, deleteSection, draftOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { doJobs } from "@/server/testing/jobs";
import { hire, type Somebody } from "@/server/testing/people";
import { pageAt, writePublished, writeWhole } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let ann: Somebody;
let internet: Internet;
/** Whether the institute that all reports are from still shows them. */
let standing = true;
const report = `<title>A report</title><body><article>${"<p>Ferries are slow, the institute finds, and bridges are slower still.</p>".repeat(15)}</article>`;

beforeAll(async () => {
  [ada, bo, ann] = [await hire("Ada", "editor"), await hire("Bo", "reviewer"), await hire("Ann", "admin")];
  const headers = { "content-type": "text/html; charset=utf-8" };
  internet = await startInternet([
    {
      host: "reports.example.org",
      answer: ({ url }) =>
        standing && url.pathname !== "/robots.txt" ? { headers, body: report } : { status: 404, headers, body: "No." },
    },
  ]);
  await decide();
});
afterAll(() => internet.close());

/** Jobs, then the looks that they asked for, then the jobs that follow from those. */
async function time(days: number): Promise<void> {
  await daysGoBy(days);
  await doJobs();
  await checkAll(internet.fetch);
  await doJobs();
}

const openTasks = (articleId: ArticleId) => db.task.findMany({ where: { articleId, doneAt: null } });
const pageOf = async (articleId: ArticleId) =>
  (await pageAt(`/${(await draftOf(articleId)).article.slug}`))?.text ?? "";
const editionOf = async (articleId: ArticleId) =>
  (await pageAt(`/${(await draftOf(articleId)).article.slug}/editions/1`))?.text ?? "";
const blockersOf = async (articleId: ArticleId) => (await draftOf(articleId)).article.openBlockers;

/** The same death or return of a source as three looks find it, without the looks. */
async function becomes(state: "dead" | "alive", sourceId: SourceId): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.sourceLink.update({ where: { sourceId }, data: { state, since: new Date(), reason: "It says so." } });
    const data = { source: sourceId, state, reason: "It says so." };
    await record(tx, systemActor, { type: "source.link-changed", article: null, data });
  });
  await doJobs();
}

/** The sources of an article, in their order. */
const sourcesOf = async (articleId: ArticleId): Promise<SourceId[]> =>
  (await draftOf(articleId)).manuscript.references.flatMap(({ source }) => source?.id ?? []);

test("when a source dies, drafts are blocked, owners are asked, and readers are told; when it is back, all that goes", async () => {
  const published = await writePublished(ada, bo, "Crossings");
  const [sourceId] = await sourcesOf(published);
  if (!sourceId) throw new Error("the article cites nothing");
  const draft = await beginDraft(ada, "Draft");
  const { referenceId } = await granted(add.run(ada, { articleId: draft, sourceId }));
  await writeSection(ada, draft, "Ferries", "Ferries are slow", referenceId);
  await deleteSection(ada, draft, 1);
  await db.sourceLink.deleteMany({ where: { sourceId: { not: sourceId } } });
  await time(0);
  expect(await db.capture.findMany({ select: { reason: true, sourceId: true } })).toEqual([
    { reason: "cited", sourceId },
  ]);
  expect([await blockersOf(published), await blockersOf(draft)]).toEqual([0, 0]);
  expect(await pageOf(published)).not.toContain("Not at its address");

  standing = false;
  for (let look = 1; look <= 2; look++) {
    await daysGoBy(8);
    await checkAll(internet.fetch);
  }
  await time(8);
  expect([await blockersOf(published), await blockersOf(draft)]).toEqual([1, 1]);
  const tasks = [...(await openTasks(published)), ...(await openTasks(draft))];
  expect(tasks.map(({ kind, assigneeId }) => [kind, assigneeId])).toEqual([
    ["source-dead", ada.id],
    ["source-dead", ada.id],
  ]);
  for (const page of [await pageOf(published), await editionOf(published)])
    expect(page).toMatch(/Not at its address since \d+ \w+ \d{4} · a copy of \d+ \w+ \d{4} is kept/u);
  const edition = await db.edition.findFirstOrThrow({ where: { articleId: published } });
  expect(JSON.stringify(edition.references)).not.toContain("lostSince");

  const url = "https://web.archive.org/web/20270503090000/https://reports.example.org/x";
  await granted(recordArchive.run(ada, { sourceId, url }));
  await doJobs();
  expect(await pageOf(published)).toContain(`<a href="${url}" rel="nofollow">archived 3 May 2027</a>`);

  standing = true;
  await time(8);
  expect((await linkOf(sourceId)).state).toBe("alive");
  expect([await blockersOf(published), await blockersOf(draft)]).toEqual([0, 0]);
  expect([...(await openTasks(published)), ...(await openTasks(draft))]).toEqual([]);
  expect(await pageOf(published)).not.toContain("Not at its address");
}, 60_000);

test("a task that somebody did does not come back for the same death, and one for a source that is cited no more goes", async () => {
  const articleId = await writeWhole(ada, "Second thoughts");
  const sources = await sourcesOf(articleId);
  for (const sourceId of sources) await becomes("dead", sourceId);
  const [first, second] = await openTasks(articleId);
  const taskId = TaskId.parse(first?.id);
  await granted(finish.run(ada, { taskId }));
  expect((await refused(finish.run(ada, { taskId }))).kind).toBe("wrong-state");
  const url = "https://perma.cc/AB12-CD34";
  await granted(recordArchive.run(ada, { sourceId: SourceId.parse(first?.sourceId), url }));
  await doJobs();
  expect((await openTasks(articleId)).map(({ id }) => id)).toEqual([second?.id]);
  const [done] = await db.event.findMany({ where: { type: "task.done" } });
  expect(done).toMatchObject({ articleId, actorId: ada.id });

  await deleteSection(ada, articleId, 2);
  await deleteSection(ada, articleId, 1);
  const { manuscript } = await draftOf(articleId);
  const line = manuscript.references.find(({ source }) => source?.id === second?.sourceId);
  if (line) await granted(remove.run(ada, { articleId, referenceId: line.id }));
  await doJobs();
  expect(await openTasks(articleId)).toEqual([]);
});

test("a house may tell its readers nothing, and an admin alone decides that", async () => {
  const articleId = await writePublished(ada, bo, "Quiet");
  const [sourceId] = await sourcesOf(articleId);
  if (sourceId) await becomes("dead", sourceId);
  expect(await pageOf(articleId)).toContain("Not at its address");
  const silent = { ...defaultChecking, hostPauseMs: 100, readerNotice: false };
  expect((await refused(changeChecking.run(ada, silent))).kind).toBe("forbidden");
  await granted(changeChecking.run(ann, silent));
  await doJobs();
  expect(await pageOf(articleId)).not.toContain("Not at its address");
});

test("a page that says something else asks its citers to read again, until one of them did or cites it no more", async () => {
  const articleId = await writeWhole(ada, "Moving words");
  const [sourceId] = await sourcesOf(articleId);
  if (!sourceId) throw new Error("the article cites nothing");
  const told = (likeness: number) => spreadHealth.run(systemActor, { sourceId, likeness });
  await granted(told(0.97));
  expect(await openTasks(articleId)).toEqual([]);
  await granted(told(0.3));
  expect((await openTasks(articleId)).map(({ kind, words }) => [kind, /30 per cent/u.test(words)])).toEqual([
    ["source-changed", true],
  ]);
  await becomes("alive", sourceId);
  expect(await openTasks(articleId)).toHaveLength(1);
});
