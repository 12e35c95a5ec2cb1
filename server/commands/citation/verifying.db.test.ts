import "@/server/testing/own-database";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { edit as editSource } from "@/server/commands/source/edit";
import { confirm } from "@/server/commands/waiver/confirm";
import { request } from "@/server/commands/waiver/request";
import { judge } from "@/domain/rules/judge";
import { db } from "@/server/db";
import { recordFrom } from "@/server/db/rows";
import { supportsOf } from "@/server/db/verifications";
import { draftOf, edit, endOf, granted, refused } from "@/server/testing/drafts";
import { keepCopy } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, pageAt, publishing, writeWhole } from "@/server/testing/rounds";
import { checkQuotes } from "./check-quotes";
import { dispute } from "./dispute";
import { verify } from "./verify";

let ada: Somebody;
let bo: Somebody;
let cy: Somebody;
let articleId: ArticleId;
beforeAll(async () => {
  ada = await hire("Ada", "editor", "reviewer");
  [bo, cy] = [await hire("Bo", "reviewer"), await hire("Cy", "reviewer")];
});
let count = 0;
beforeEach(async () => {
  articleId = await writeWhole(ada, `Verified ${(count += 1)}`);
});

const supports = async () => {
  const { manuscript } = await draftOf(articleId);
  return db.$transaction((tx) => supportsOf(tx, articleId, manuscript));
};
const seen = async (at: number) => {
  const support = (await supports())[at];
  if (!support) throw new Error(`there is no citation ${at}`);
  const { citation, position, digest } = support;
  return { citation, position, digest };
};
const states = async () => (await supports()).map(({ standing }) => standing.state);
const disputed = async () =>
  judge((await draftOf(articleId)).manuscript).filter(({ rule }) => rule === "citation/disputed");
const counts = async () => {
  const { verifiedCitations, citedCitations, heldCitations } = (await draftOf(articleId)).article;
  return [verifiedCitations, citedCitations, heldCitations];
};
const verifyAt = async (person: Somebody, ...places: number[]) =>
  verify.run(person, { articleId, citations: await Promise.all(places.map(seen)) });
const disputeAt = async (person: Somebody, at: number, note = "The report counts boats, not ferries.") =>
  dispute.run(person, { articleId, ...(await seen(at)), note });
/** Adds words to the paragraph of a section. */
const addWords = (place: number, words: string) =>
  edit(ada, articleId, (change) => change.insert(endOf(change.doc, place, 1), schema.text(words)));

test("a reviewer verifies several citations at once, and lists count them", async () => {
  expect(await counts()).toEqual([0, 2, 0]);
  expect(await granted(verifyAt(bo, 0, 1))).toMatchObject({ verified: 2 });
  expect(await states()).toEqual(["verified", "verified"]);
  expect(await counts()).toEqual([2, 0, 0]);
  expect(await granted(verifyAt(bo, 0, 1)), "and nothing is said twice").toMatchObject({ verified: 0 });
  const event = await db.event.findFirst({ where: { articleId }, orderBy: { seq: "desc" } });
  expect(event).toMatchObject({ type: "citation.verified", actorId: bo.id });
});

test("nobody verifies or disputes in a section that they wrote in, and an editor in none", async () => {
  expect(await refused(verifyAt(ada, 0))).toMatchObject({
    kind: "forbidden",
    message: "Nobody verifies their own text.",
  });
  expect(await refused(disputeAt(ada, 0))).toMatchObject({ kind: "forbidden" });
  const dan = await hire("Dan", "editor", "admin");
  expect(await refused(verifyAt(dan, 0))).toMatchObject({ kind: "forbidden" });
  expect(await db.verification.count({ where: { articleId } })).toBe(0);
});

test("what changed since it was seen is told, and nothing of the lot is taken", async () => {
  const both = [await seen(0), await seen(1)];
  await addWords(2, " It is so.");
  const unchanged = verify.run(bo, { articleId, citations: both });
  expect(await granted(unchanged), "another sentence is not this one").toMatchObject({ verified: 2 });
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 2, 0) + 2, schema.text("Most ")));
  const refusal = await refused(verify.run(cy, { articleId, citations: both }));
  expect(refusal).toMatchObject({ kind: "stale", citations: [{ citation: both[1]?.citation, position: 0 }] });
  expect(await states()).toEqual(["verified", "unverified"]);
  expect(await counts()).toEqual([1, 1, 0]);
});

test("a record that is edited, and another text of the source, are not what was verified", async () => {
  await granted(verifyAt(bo, 0, 1));
  const [first, second] = (await supports()).map(({ source }) => source.id);
  if (!first || !second) throw new Error("two sources are cited");
  const row = await db.source.findUniqueOrThrow({ where: { id: first } });
  const record = { ...recordFrom(row.record), title: "Another report" };
  await granted(editSource.run(ada, { sourceId: first, version: row.version, record }));
  expect(await states()).toEqual(["unverified", "verified"]);
  await keepCopy(second, "Bridges are slow, says the report.");
  expect(await states()).toEqual(["unverified", "unverified"]);
  await granted(checkQuotes.run(systemActor, { sourceId: second }));
  expect(await counts(), "the job that looks at new copies counts again").toEqual([0, 2, 0]);
  await granted(verifyAt(cy, 1));
  expect(await states()).toEqual(["unverified", "verified"]);
});

test("a disputed citation blocks, by the reviewer's words, until it changes", async () => {
  await handIn(ada, articleId);
  await approveAll(bo, articleId);
  await granted(disputeAt(bo, 0));
  expect(await disputed()).toMatchObject([
    { severity: "blocker", place: { kind: "citation" }, message: expect.stringMatching(/^Bo disputes that .*boats/) },
  ]);
  expect((await draftOf(articleId)).article.openBlockers).toBe(1);
  expect(await refused(publish.run(ada, await publishing(articleId)))).toMatchObject({ kind: "blocked" });
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 0) + 2, schema.text("Most ")));
  expect(await disputed()).toEqual([]);
  expect((await draftOf(articleId)).article.openBlockers).toBe(0);
  await edit(ada, articleId, (change) => {
    const at = endOf(change.doc, 1, 0) + 2;
    change.delete(at, at + "Most ".length);
  });
  expect(await disputed(), "the old words are disputed still").toHaveLength(1);
});

test("a dispute outlives a new copy of its source, and ends when somebody verifies the same words", async () => {
  await granted(disputeAt(bo, 0));
  const [source] = (await supports()).map((support) => support.source.id);
  if (source) await keepCopy(source, "Ferries are slow.");
  expect(await states()).toEqual(["disputed", "unverified"]);
  await granted(verifyAt(cy, 0));
  expect(await states()).toEqual(["verified", "unverified"]);
  expect(await disputed()).toEqual([]);
  await granted(disputeAt(bo, 0, "I still do not see it."));
  expect(await disputed()).toHaveLength(1);
});

test("a waiver of one dispute is none of the next", async () => {
  await granted(disputeAt(bo, 0));
  const [finding] = await disputed();
  const asked = { articleId, fingerprint: finding?.fingerprint ?? "", reason: "It does, on page 3." };
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { waiverId } = await granted(request.run(ada, request.input.parse({ ...asked, expiresAt })));
  await granted(confirm.run(cy, { articleId, waiverId }));
  expect((await draftOf(articleId)).article.openBlockers).toBe(0);
  await granted(disputeAt(cy, 0, "Page 3 is about trams."));
  expect((await draftOf(articleId)).article.openBlockers).toBe(1);
});

test("two reviewers at once: both are heard, and the later word counts", async () => {
  const [one] = [await seen(0)];
  const answers = await Promise.all([
    verify.run(bo, { articleId, citations: [one] }),
    verify.run(cy, { articleId, citations: [one] }),
    dispute.run(bo, { articleId, ...one, note: "No." }),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
  const rows = await db.verification.findMany({ where: { articleId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  expect(rows).toHaveLength(3);
  expect((await states())[0]).toBe(rows.at(-1)?.verdict);
});

test("a receipt signs what was verified as it stands, and nothing that was verified of an older copy", async () => {
  await granted(verifyAt(bo, 0, 1));
  const second = (await supports())[1]?.source.id;
  if (!second) throw new Error("two sources are cited");
  await keepCopy(second, "Bridges are slow, says the report.");
  await handIn(ada, articleId);
  await approveAll(cy, articleId);
  const { slug } = await granted(publish.run(ada, await publishing(articleId)));
  const receipt = JSON.parse((await pageAt(`/${slug}/editions/1/receipt.json`))?.text ?? "{}");
  const told: { verified: { by: string } | null }[] = receipt.receipt.citations.flatMap(
    ({ items }: { items: { verified: { by: string } | null }[] }) => items,
  );
  expect(told.map(({ verified }) => verified?.by ?? null)).toEqual([bo.name, null]);
});

test("readers are told who verified, as it was when the edition came out", async () => {
  await granted(verifyAt(bo, 0));
  await handIn(ada, articleId);
  await approveAll(cy, articleId);
  const { slug } = await granted(publish.run(ada, await publishing(articleId)));
  expect((await pageAt(`/${slug}`))?.text).toMatch(/verified by Bo on/i);
  await granted(verifyAt(cy, 1));
  expect((await pageAt(`/${slug}`))?.text).not.toMatch(/verified by Cy/i);
  await granted(retract.run(bo, { articleId, reason: "The count was wrong." }));
  expect((await pageAt(`/${slug}`))?.text, "a retraction says what the edition before it said").toMatch(
    /verified by Bo on/i,
  );
});
