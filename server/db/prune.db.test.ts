import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { ArticleId, SourceId } from "@/domain/ids";
import { verify } from "@/server/commands/citation/verify";
import { countHealth } from "@/server/commands/source/count-health";
import { pruneCaptures } from "@/server/commands/source/prune-captures";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { keepCapture } from "@/server/db/keep-capture";
import { supportsOf } from "@/server/db/verifications";
import { openTasks, taskCount } from "@/server/queries/tasks";
import { sourceHealth } from "@/server/queries/source-health";
import { addPage, decide } from "@/server/testing/checks";
import { draftOf, granted } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { writePublished, writeWhole } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  [ada, bo] = [await hire("Ada", "editor"), await hire("Bo", "reviewer")];
  await decide({ keepCaptures: 2 });
});

/** A copy of a source that is so many days old. */
async function copy(sourceId: SourceId, daysAgo: number, reason: "cited" | "changed" = "changed"): Promise<string> {
  const text = `What it said ${daysAgo} days ago`;
  const { captureId } = await db.$transaction((tx) =>
    keepCapture(
      tx,
      {
        sourceId,
        url: "https://a.example/a",
        finalUrl: "https://a.example/a",
        status: 200,
        mediaType: "text/html",
        title: null,
        sha256: newId(),
        size: text.length,
        warc: new TextEncoder().encode(`WARC of ${text} ${sourceId}`),
        text,
      },
      { reason, takenBy: null },
    ),
  );
  await db.$executeRaw`update capture set at = now() - ${daysAgo} * interval '1 day' where id = ${captureId}::uuid`;
  return captureId;
}

const prune = () => granted(pruneCaptures.run(systemActor, {}));
const left = async (sourceId: SourceId) =>
  (await db.capture.findMany({ where: { sourceId }, orderBy: { at: "desc" } })).map(({ id }) => id);

test("old copies go, but never one that a citation or a quote rests on", async () => {
  const sourceId = await addPage(ada, "https://a.example/a");
  const cited = await copy(sourceId, 90, "cited");
  await copy(sourceId, 80);
  const quoted = await copy(sourceId, 70);
  await copy(sourceId, 60);
  const newest = [await copy(sourceId, 1), await copy(sourceId, 2)];
  await db.quoteCheck.create({
    data: { id: newId(), sourceId, quoteSha256: "x", quote: "x", captureId: quoted, verdict: "exact" },
  });
  expect((await prune()).captures).toBe(2);
  expect(await left(sourceId)).toEqual([...newest, quoted, cited]);
});

test("what was the newest copy when an edition came out stays", async () => {
  const source = await firstSource(await writePublished(ada, bo, "Rests on it"));
  const published = await copy(source, 1);
  const before = await copy(source, 3);
  // The edition came out after the first of these copies and before the newer ones.
  const newest = [await copy(source, -2), await copy(source, -1)];
  await prune();
  expect(await left(source)).toEqual([newest[0], newest[1], published]);
  expect(await left(source)).not.toContain(before);
});

test("what was the newest copy when a citation was verified stays", async () => {
  const articleId = await writeWhole(ada, "Read by Bo");
  const source = await firstSource(articleId);
  await copy(source, 9);
  const verified = await copy(source, 1);
  const { manuscript } = await draftOf(articleId);
  const [support] = await db.$transaction((tx) => supportsOf(tx, articleId, manuscript));
  if (!support) throw new Error("the article cites nothing");
  const { citation, position, digest } = support;
  await granted(verify.run(bo, { articleId, citations: [{ citation, position, digest }] }));
  const newest = [await copy(source, -2), await copy(source, -1)];
  await prune();
  expect(await left(source)).toEqual([newest[0], newest[1], verified]);
});

async function firstSource(articleId: ArticleId): Promise<SourceId> {
  const [source] = (await draftOf(articleId)).manuscript.references.flatMap((reference) => reference.source ?? []);
  if (!source) throw new Error("the article cites nothing");
  return source.id;
}

test("bytes that no copy needs go after a day, shared ones stay as long as one copy needs them", async () => {
  const days = () => db.$executeRaw`update blob set at = at - interval '2 days'`;
  await days();
  await prune();
  const [one, other] = [await addPage(ada, "https://b.example/a"), await addPage(ada, "https://b.example/b")];
  for (const age of [50, 40, 30, 20]) await copy(one, age);
  await copy(other, 50);
  expect((await prune()).blobs).toBe(0);
  await copy(one, 10);
  await copy(one, 5);
  await days();
  const before = await db.blob.count();
  const { captures, blobs } = await prune();
  // Two went before, two go now: eight files of bytes, of which one text is the other source's too.
  expect([captures, blobs]).toEqual([2, 7]);
  expect(await db.blob.count()).toBe(before - 7);
});

test("sources are counted by state once a day, and the desk shows what is lost with what most articles cite first", async () => {
  const lost = await addPage(ada, "https://c.example/lost", "Lost");
  await db.sourceLink.update({ where: { sourceId: lost }, data: { state: "dead", reason: "No such page." } });
  for (let time = 1; time <= 2; time++) await granted(countHealth.run(systemActor, {}));
  const health = await sourceHealth(bo);
  expect(health?.trend).toHaveLength(1);
  expect(health?.trend[0]).toMatchObject({ lost: 1, found: 0, unknown: (health?.total ?? 0) - 1 });
  expect(health?.worst).toMatchObject([{ id: lost, title: "Lost", cited: 0, state: "dead" }]);
  expect(health?.hosts[0]).toEqual({ host: "c.example", sources: 1, lost: 1, unknown: 0 });
  expect(await sourceHealth({ ...bo, roles: [] })).toBeNull();
});

test("a person sees the tasks that wait for them and for nobody else", async () => {
  const task = { kind: "source-dead", words: "Find its new address.", assigneeId: ada.id };
  await db.task.create({ data: { id: newId(), ...task } });
  await db.task.create({ data: { id: newId(), ...task, kind: "done", doneAt: new Date() } });
  expect(await openTasks(ada)).toMatchObject([{ words: "Find its new address.", article: null, source: null }]);
  expect([await taskCount(ada), await taskCount(bo), await taskCount(systemActor)]).toEqual([1, 0, 0]);
});
