import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { judge } from "@/domain/rules/judge";
import { confirm } from "@/server/commands/waiver/confirm";
import { request } from "@/server/commands/waiver/request";
import { withdraw } from "@/server/commands/waiver/withdraw";
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

let ada: Somebody;
let bo: Somebody;
let both: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  both = await hire("Cy", "editor", "reviewer");
});

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

/** An article whose one open blocker is a marker that its writer means as it stands. */
async function marked(title: string) {
  const articleId = await beginDraft(ada, title);
  await writeSection(ada, articleId, "Claim", "Wikipedia writes [citation needed] there");
  await deleteSection(ada, articleId, 1);
  const finding = judge((await draftOf(articleId)).manuscript).find(({ rule }) => rule === "text/leftover-marker");
  if (!finding) throw new Error("a marker in plain words is a finding");
  return { articleId, finding };
}

const blocked = async (articleId: ArticleId) => (await draftOf(articleId)).article.openBlockers;

test("a finding passes once a second person agreed, and blocks again when the waiver is taken back", async () => {
  const { articleId, finding } = await marked("Waived");
  const reason = "The words are quoted as they stand.";
  const { fingerprint } = finding;
  const { waiverId } = await granted(request.run(both, { articleId, fingerprint, reason, expiresAt: inDays(30) }));
  expect(await blocked(articleId)).toBe(1);
  expect((await refused(confirm.run(both, { articleId, waiverId }))).kind).toBe("forbidden");
  expect((await refused(confirm.run(ada, { articleId, waiverId }))).kind).toBe("forbidden");
  await granted(confirm.run(bo, { articleId, waiverId }));
  expect(await blocked(articleId)).toBe(0);
  expect(await workspace(bo, articleId)).toMatchObject({
    openBlockers: 0,
    waivers: [{ id: waiverId, requestedBy: "Cy", confirmedBy: "Bo", dead: false, expired: false, mayConfirm: false }],
  });
  await granted(withdraw.run(ada, { articleId, waiverId }));
  expect(await blocked(articleId)).toBe(1);
  expect((await refused(withdraw.run(ada, { articleId, waiverId }))).kind).toBe("wrong-state");
});

test("a waiver dies with the words that it was given for", async () => {
  const { articleId, finding } = await marked("Dies");
  const asked = { articleId, fingerprint: finding.fingerprint, reason: "For these very words.", expiresAt: inDays(7) };
  const { waiverId } = await granted(request.run(ada, asked));
  await granted(confirm.run(bo, { articleId, waiverId }));
  expect(await blocked(articleId)).toBe(0);
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" It is a habit.")));
  expect(await blocked(articleId)).toBe(0);
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 1) - 21, schema.text(" now")));
  expect(await blocked(articleId)).toBe(1);
  expect((await workspace(ada, articleId))?.waivers).toMatchObject([{ id: waiverId, dead: true }]);
});

test("only what is found now, and may be waived at all, can be waived, and for ninety days at most", async () => {
  const { articleId, finding } = await marked("Not everything");
  const asked = { articleId, fingerprint: finding.fingerprint, reason: "Because.", expiresAt: inDays(7) };
  expect((await refused(request.run(ada, { ...asked, expiresAt: inDays(91) }))).kind).toBe("invalid");
  expect((await refused(request.run(ada, { ...asked, expiresAt: inDays(-1) }))).kind).toBe("invalid");
  expect((await refused(request.run(ada, { ...asked, fingerprint: "0123456789abcdef" }))).kind).toBe("not-found");
  await writeSection(ada, articleId, "Hole", "Nobody knows this", null);
  const hole = judge((await draftOf(articleId)).manuscript).find(({ rule }) => rule === "citation/missing");
  expect((await refused(request.run(ada, { ...asked, fingerprint: hole?.fingerprint ?? "" }))).kind).toBe(
    "not-waivable",
  );
  await granted(request.run(ada, asked));
  expect((await refused(request.run(ada, asked))).kind).toBe("duplicate");
});

test("a waiver whose words changed before anybody agreed cannot be confirmed", async () => {
  const { articleId, finding } = await marked("Too late");
  const asked = { articleId, fingerprint: finding.fingerprint, reason: "Because.", expiresAt: inDays(7) };
  const { waiverId } = await granted(request.run(ada, asked));
  const other = await beginDraft(ada, "Another article");
  expect((await refused(confirm.run(bo, { articleId: other, waiverId }))).kind).toBe("not-found");
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 0), schema.text(" Renamed")));
  expect((await refused(confirm.run(bo, { articleId, waiverId }))).kind).toBe("stale");
});
