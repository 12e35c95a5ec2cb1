import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import type { ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { createSource } from "@/server/commands/reference/create-source";
import { remove } from "@/server/commands/reference/remove";
import { resolve } from "@/server/commands/reference/resolve";
import { create } from "@/server/commands/source/create";
import { edit } from "@/server/commands/source/edit";
import { merge } from "@/server/commands/source/merge";
import { unmerge } from "@/server/commands/source/unmerge";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { beginDraft, draftOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

type Citing = { articleId: ArticleId; referenceId: ReferenceId };

/** Two sources; the second is cited in several articles of Ada's. */
async function twoSources(name: string, articles = 1) {
  const keep = (await granted(create.run(ada, { record: report(`${name}, kept`, `${name}-kept`) }))).sourceId;
  const record = report(`${name}, merged`, `${name}-merged`);
  const citing: Citing[] = [];
  let drop: SourceId | null = null;
  for (let n = 0; n < articles; n++) {
    const articleId = await beginDraft(ada, `${name} ${n}`);
    const made = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
    drop = made.sourceId;
    await writeSection(ada, articleId, "Claim", "Links rot", made.referenceId);
    citing.push({ articleId, referenceId: made.referenceId });
  }
  return { keep, drop: drop ?? (await granted(create.run(ada, { record }))).sourceId, record, citing };
}

const mergeTwo = async ({ keep, drop }: { keep: SourceId; drop: SourceId }) => {
  const { version } = await db.source.findUniqueOrThrow({ where: { id: keep } });
  return granted(merge.run(ada, { keep, drop, version }));
};
const restsOn = async ({ articleId }: Citing) =>
  (await draftOf(articleId)).manuscript.references.map(({ source }) => source?.id);
const keysOf = async (sourceId: SourceId) =>
  (await db.sourceKey.findMany({ where: { sourceId } })).map(({ value }) => value);
const digestsOf = async ({ articleId }: Citing) => (await draftOf(articleId)).sections.map(({ digest }) => digest);

test("a merge that is taken back leaves every text, source and identifier as they were", async () => {
  const two = await twoSources("Whole", 3);
  await db.source.update({ where: { id: two.keep }, data: { tags: ["ours"] } });
  await db.source.update({
    where: { id: two.drop },
    data: { tags: ["theirs", "ours"], origins: { title: { from: "crossref", at: "2026" } } },
  });
  const before = await Promise.all(two.citing.map(digestsOf));
  const keys = [await keysOf(two.keep), await keysOf(two.drop)];

  const { mergeId } = await mergeTwo(two);
  expect(await restsOn(two.citing[2]!)).toEqual([two.keep]);
  expect((await db.source.findUniqueOrThrow({ where: { id: two.keep } })).tags).toEqual(["ours", "theirs"]);

  const answer = await granted(unmerge.run(ada, { mergeId }));
  expect(answer).toMatchObject({ sourceId: two.drop, left: [] });
  expect(answer.articles.map(({ articleId }) => articleId).toSorted()).toEqual(
    two.citing.map(({ articleId }) => articleId).toSorted(),
  );
  for (const citing of two.citing) expect(await restsOn(citing)).toEqual([two.drop]);
  expect(await Promise.all(two.citing.map(digestsOf))).toEqual(before);
  expect([await keysOf(two.keep), await keysOf(two.drop)]).toEqual(keys);
  const back = await db.source.findUniqueOrThrow({ where: { id: two.drop } });
  expect(back).toMatchObject({
    mergedIntoId: null,
    record: two.record,
    tags: ["theirs", "ours"],
    origins: { title: { from: "crossref" } },
  });
  expect((await db.source.findUniqueOrThrow({ where: { id: two.keep } })).tags).toEqual(["ours"]);
  const history = await db.event.findMany({ where: { type: "source.unmerged" }, select: { articleId: true } });
  expect(history.map(({ articleId }) => articleId)).toEqual(
    expect.arrayContaining([null, ...two.citing.map(({ articleId }) => articleId)]),
  );
});

test("what was changed since the merge stays as it was changed, and is said", async () => {
  const two = await twoSources("Later", 3);
  const [removed, resolved, same] = two.citing as [Citing, Citing, Citing];
  const third = await granted(create.run(ada, { record: report("Later, a third", "later-third") }));
  const spare = await beginDraft(ada, "Later spare");
  const loose = await granted(createSource.run(ada, { articleId: spare, referenceId: null, record: two.record }));
  const { mergeId } = await mergeTwo(two);
  await granted(
    resolve.run(ada, { articleId: resolved.articleId, referenceId: resolved.referenceId, sourceId: third.sourceId }),
  );
  await granted(remove.run(ada, { articleId: spare, referenceId: loose.referenceId }));
  const { version } = await db.source.findUniqueOrThrow({ where: { id: two.keep } });
  const adopted = { ...report("Later, kept", "Later-kept"), URL: two.record.URL ?? "" };
  await granted(edit.run(ada, { sourceId: two.keep, version, record: adopted }));

  const { left } = await granted(unmerge.run(ada, { mergeId }));
  expect(left.toSorted()).toEqual([
    "The identifier url:https://reports.example.org/Later-merged is another source’s by now, and stays with it.",
    "“Later 1”: its entry was bound to another source since the merge.",
    "“Later spare”: its entry was taken off the list since the merge, and stays with the kept source.",
  ]);
  expect(await restsOn(resolved)).toEqual([third.sourceId]);
  expect(await restsOn(removed)).toEqual([two.drop]);
  expect(await restsOn(same)).toEqual([two.drop]);
  expect((await db.reference.findUniqueOrThrow({ where: { id: loose.referenceId } })).sourceId).toBe(two.keep);
  expect(await keysOf(two.drop)).toEqual([]);
  expect(await keysOf(two.keep)).toEqual(["https://reports.example.org/Later-merged"]);
  expect(await db.duplicate.count({ where: { OR: [{ sourceId: two.drop }, { otherId: two.drop }], score: 1 } })).toBe(
    1,
  );
});

test("a merge is taken back once, by an editor, and the last one first", async () => {
  const two = await twoSources("Once");
  const { mergeId } = await mergeTwo(two);
  expect((await refused(unmerge.run(bo, { mergeId }))).kind).toBe("forbidden");
  expect((await refused(unmerge.run(ada, { mergeId: newId() }))).kind).toBe("not-found");

  const above = await granted(create.run(ada, { record: report("Once, above", "once-above") }));
  const second = await mergeTwo({ keep: above.sourceId, drop: two.keep });
  expect(await refused(unmerge.run(ada, { mergeId }))).toMatchObject({
    kind: "wrong-state",
    message: /Take that back first/u,
  });
  await granted(unmerge.run(ada, { mergeId: second.mergeId }));
  expect(await restsOn(two.citing[0]!)).toEqual([two.keep]);
  expect((await db.source.findUniqueOrThrow({ where: { id: two.drop } })).mergedIntoId).toBe(two.keep);

  const answers = await Promise.all([unmerge.run(ada, { mergeId }), unmerge.run(ada, { mergeId })]);
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect((await refused(unmerge.run(ada, { mergeId }))).kind).toBe("wrong-state");
  expect(await restsOn(two.citing[0]!)).toEqual([two.drop]);
  await mergeTwo(two);
  expect(await db.sourceMerge.count({ where: { mergedId: two.drop } })).toBe(2);
});

test("two people who merge the same two sources at once merge them once", async () => {
  const two = await twoSources("Both");
  const answers = await Promise.all([
    merge.run(ada, { keep: two.keep, drop: two.drop, version: 0 }),
    merge.run(ada, { keep: two.drop, drop: two.keep, version: 0 }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.sourceMerge.count({ where: { keptId: { in: [two.keep, two.drop] } } })).toBe(1);
});

test("whatever is known of a source goes with it into a merge and comes back out of it", async () => {
  const two = await twoSources("Known");
  const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  await db.blob.upsert({ where: { sha256 }, create: { sha256, bytes: new Uint8Array() }, update: {} });
  const url = two.record.URL ?? "";
  const capture = {
    id: newId(),
    sourceId: two.drop,
    url,
    finalUrl: url,
    status: 200,
    mediaType: "text/html",
    sha256,
    size: 0,
    warcSha256: sha256,
    reason: "cited",
  };
  await db.capture.create({ data: capture });
  await db.linkCheck.create({ data: { id: newId(), sourceId: two.drop, url, outcome: "missing", durationMs: 3 } });
  await db.quoteCheck.create({
    data: {
      id: newId(),
      sourceId: two.drop,
      quoteSha256: sha256,
      quote: "Links rot",
      captureId: capture.id,
      verdict: "exact",
    },
  });
  await db.sourceLink.deleteMany({ where: { sourceId: { in: [two.keep, two.drop] } } });
  await db.sourceLink.create({
    data: { sourceId: two.drop, url, host: "reports.example.org", state: "dead", failures: 3 },
  });
  await db.sourceStanding.create({
    data: { sourceId: two.drop, state: "retracted", noticedOn: new Date("2025-03-04") },
  });
  await db.sourceStanding.create({ data: { sourceId: two.keep, state: "clear" } });
  const task = (sourceId: SourceId, kind: string) =>
    db.task.create({ data: { id: newId(), sourceId, kind, words: "Look at it" } });
  await task(two.drop, "source/dead");
  const twin = await task(two.drop, "source/retracted");
  await task(two.keep, "source/retracted");

  const known = async (sourceId: SourceId) => ({
    captures: await db.capture.count({ where: { sourceId } }),
    checks: await db.linkCheck.count({ where: { sourceId } }),
    quotes: await db.quoteCheck.count({ where: { sourceId } }),
    link: (await db.sourceLink.findUnique({ where: { sourceId } }))?.state,
    standing: (await db.sourceStanding.findUnique({ where: { sourceId } }))?.state,
    tasks: (await db.task.findMany({ where: { sourceId, doneAt: null }, select: { kind: true } }))
      .map(({ kind }) => kind)
      .toSorted(),
  });
  const before = { keep: await known(two.keep), drop: await known(two.drop) };
  const { mergeId } = await mergeTwo(two);
  expect(await known(two.keep)).toEqual({
    captures: 1,
    checks: 1,
    quotes: 1,
    link: "dead",
    standing: "retracted",
    tasks: ["source/dead", "source/retracted"],
  });
  expect(await known(two.drop)).toEqual({ captures: 0, checks: 0, quotes: 0, tasks: [] });
  expect((await db.task.findUniqueOrThrow({ where: { id: twin.id } })).doneAt).not.toBeNull();

  await granted(unmerge.run(ada, { mergeId }));
  expect({ keep: await known(two.keep), drop: await known(two.drop) }).toEqual(before);
});
