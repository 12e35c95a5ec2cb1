import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { systemActor } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { judge } from "@/domain/rules/judge";
import { bake } from "@/server/commands/publishing/bake";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { withdrawByLaw } from "@/server/commands/publishing/withdraw-by-law";
import { approve } from "@/server/commands/review/approve";
import { open } from "@/server/commands/thread/open";
import { request } from "@/server/commands/waiver/request";
import { db } from "@/server/db";
import { draftOf, edit, endOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import {
  approvalOf,
  approveAll,
  handIn,
  pageAt,
  publishing,
  sectionAt,
  writeApproved,
  writePublished,
  writeWhole,
} from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let admin: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  admin = await hire("Ann", "admin");
});

const editionsOf = (articleId: ArticleId) => db.edition.findMany({ where: { articleId }, orderBy: { number: "asc" } });
const articleOf = async (id: ArticleId) => (await draftOf(id)).article;
const listed = async () =>
  (await Promise.all(["/", `/archive/${thisMonth()}`, "/languages/en"].map(pageAt))).map((page) => page?.text);
const thisMonth = (): string => new Date().toISOString().slice(0, 7).replace("-", "/");
const type = (id: ArticleId, words: string) =>
  edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(words)));

const Blocked = z.object({
  obstacles: z.array(z.object({ kind: z.string(), finding: z.object({ rule: z.string() }).optional() })),
});

/** Everything that a publication was refused for: rules by their names, all else by its kind. */
async function obstaclesTo(answer: ReturnType<typeof publish.run>): Promise<string[]> {
  const { obstacles } = Blocked.parse(await refused(answer));
  return obstacles.map(({ kind, finding }) => finding?.rule ?? kind).toSorted();
}

/** Changes the first section, has it read again and answers what publishing it asks for. */
async function nextText(id: ArticleId, words: string) {
  await type(id, words);
  await handIn(ada, id);
  await approveAll(bo, id);
  return publishing(id);
}

test("publishing is refused with everything that is missing, not the first thing", async () => {
  const id = await writeWhole(ada, "Everything missing");
  const place = await sectionAt(id, 1);
  const anchor = { exact: "Ferries", prefix: "", suffix: "" };
  await writeSection(ada, id, "A hole", "A claim", null);
  await granted(open.run(bo, { articleId: id, sectionId: place, anchor, body: "All of them?" }));
  const asked = { ...(await publishing(id)), kind: "correction" as const };
  expect(await obstaclesTo(publish.run(ada, asked))).toEqual([
    "citation/missing",
    "comment/open",
    "note-missing",
    "nothing-to-correct",
    "unapproved",
    "unapproved",
    "unapproved",
    "unapproved",
    "wrong-state",
  ]);
  expect(await editionsOf(id)).toEqual([]);
  expect(await db.gateReport.count({ where: { articleId: id } })).toBe(0);
  expect(await db.page.count({ where: { articleId: id } })).toBe(0);
});

test("an approved draft is published at its address and at the edition's own, and is then written again", async () => {
  const id = await writeApproved(ada, bo, "First of all");
  expect((await refused(publish.run(admin, await publishing(id)))).kind).toBe("forbidden");
  const old = { ...(await publishing(id)), digest: "0".repeat(64) };
  expect((await refused(publish.run(ada, old))).kind).toBe("stale");
  const { editionId, slug } = await granted(publish.run(ada, await publishing(id)));
  expect(await articleOf(id)).toMatchObject({ state: "writing", liveEditionId: editionId });
  expect((await pageAt(`/${slug}`))?.text).toContain("Ferries are slow");
  expect((await pageAt(`/${slug}/editions/1`))?.text).toContain("Ferries are slow");
  expect((await listed()).every((text) => text?.includes(slug))).toBe(true);
  expect(await db.review.findFirst({ where: { articleId: id } })).toMatchObject({ outcome: "published" });
  expect(await db.event.findFirst({ where: { articleId: id }, orderBy: { seq: "desc" } })).toMatchObject({
    type: "article.published",
    actorId: ada.id,
    data: { edition: editionId, kind: "first" },
  });
});

test("an update and a correction are new editions, a correction says what was wrong, and older ones stay as they were", async () => {
  const id = await writePublished(ada, bo, "Often changed");
  const [first] = await editionsOf(id);
  expect((await refused(publish.run(ada, await publishing(id)))).kind).toBe("blocked");
  await granted(publish.run(ada, await nextText(id, " Mostly")));
  const asked = await nextText(id, " Always");
  expect(await obstaclesTo(publish.run(ada, { ...asked, kind: "correction" }))).toEqual(["note-missing"]);
  const note = "We had said mostly.";
  const { slug } = await granted(publish.run(ada, { ...asked, kind: "correction", note }));

  const all = await editionsOf(id);
  expect(all.map(({ number, kind }) => [number, kind])).toEqual([
    [1, "first"],
    [2, "update"],
    [3, "correction"],
  ]);
  expect(all[0]).toEqual(first);
  expect((await pageAt(`/${slug}`))?.text).toContain(note);
  expect((await pageAt(`/${slug}/editions/1`))?.text).not.toContain("Mostly");
});

test("a text that was not changed is not published again", async () => {
  const id = await writePublished(ada, bo, "Unchanged");
  await handIn(ada, id);
  expect(await granted(approve.run(bo, { articleId: id, sections: [] }))).toMatchObject({ approved: true });
  expect(await obstaclesTo(publish.run(ada, await publishing(id)))).toEqual(["nothing-new"]);
});

test("a retracted page stays and says so, leaves the lists, and can be published again", async () => {
  const id = await writePublished(ada, bo, "Regretted");
  const { slug } = await articleOf(id);
  const reason = "The ferry firm forged its timetable.";
  expect((await refused(retract.run(ada, { articleId: id, reason }))).kind).toBe("forbidden");
  await granted(retract.run(bo, { articleId: id, reason }));
  for (const path of [`/${slug}`, `/${slug}/editions/1`]) {
    expect(await pageAt(path)).toMatchObject({ status: 200 });
    expect((await pageAt(path))?.text).toContain(reason);
  }
  expect((await listed()).some((text) => text?.includes(slug))).toBe(false);
  expect((await refused(retract.run(bo, { articleId: id, reason }))).kind).toBe("wrong-state");

  await granted(publish.run(ada, await nextText(id, " Surely")));
  expect((await editionsOf(id)).map(({ kind }) => kind)).toEqual(["first", "retraction", "update"]);
  expect((await pageAt(`/${slug}`))?.text).toContain("Surely");
  expect((await listed()).every((text) => text?.includes(slug))).toBe(true);
});

test("the very text that was retracted can be published again, once it was read again", async () => {
  const id = await writePublished(ada, bo, "Right after all");
  await granted(retract.run(bo, { articleId: id, reason: "We were not sure." }));
  expect((await refused(publish.run(ada, await publishing(id)))).kind).toBe("blocked");
  await handIn(ada, id);
  await granted(approve.run(bo, await approvalOf(id)));
  expect(await granted(publish.run(ada, await publishing(id)))).toMatchObject({ number: 3, kind: "update" });
});

test("what the law takes away answers 410 with the reason everywhere, and nothing of it is published again", async () => {
  const id = await writePublished(ada, bo, "Taken by law");
  const { slug } = await articleOf(id);
  const reason = "By order of the court at Ghent.";
  expect((await refused(withdrawByLaw.run(bo, { articleId: id, reason }))).kind).toBe("forbidden");
  await granted(withdrawByLaw.run(admin, { articleId: id, reason }));
  for (const path of [`/${slug}`, `/${slug}/editions/1`]) {
    expect(await pageAt(path)).toMatchObject({ status: 410 });
    expect((await pageAt(path))?.text).toContain(reason);
    expect((await pageAt(path))?.text).not.toContain("Ferries");
  }
  expect((await listed()).some((text) => text?.includes(slug))).toBe(false);
  expect(await editionsOf(id)).toHaveLength(1);
  expect((await refused(retract.run(bo, { articleId: id, reason }))).kind).toBe("wrong-state");
  expect(await obstaclesTo(publish.run(ada, await nextText(id, " Again")))).toEqual(["withdrawn"]);
  await granted(bake.run(systemActor, { articleId: null }));
  expect(await pageAt(`/${slug}`)).toMatchObject({ status: 410 });
});

test("nothing of a draft is on a page while an edition of it is", async () => {
  const id = await writePublished(ada, bo, "Half written");
  await type(id, " and nobody was to know this yet");
  await granted(bake.run(systemActor, { articleId: id }));
  const pages = await db.page.findMany({ select: { body: true } });
  expect(pages.some(({ body }) => Buffer.from(body).includes("nobody was to know"))).toBe(false);
});

test("a link to what is not published stops an edition, and nobody can let it pass", async () => {
  const [id, target] = [await writeApproved(ada, bo, "Links onward"), await writeWhole(ada, "Not published")];
  await edit(ada, id, (change) => {
    const end = endOf(change.doc, 1, 1);
    change.addMark(end - 8, end, schema.marks.articleLink.create({ article: target }));
  });
  const finding = judge((await draftOf(id)).manuscript).find(({ rule }) => rule === "link/target-unpublished");
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const asked = { articleId: id, fingerprint: finding?.fingerprint ?? "", reason: "It comes out tomorrow.", expiresAt };
  expect((await refused(request.run(ada, asked))).kind).toBe("not-waivable");
  await approveAll(bo, id);
  expect(await obstaclesTo(publish.run(ada, await publishing(id)))).toEqual(["link/target-unpublished"]);
});
