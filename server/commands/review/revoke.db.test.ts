import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { publish } from "@/server/commands/publishing/publish";
import { schedule } from "@/server/commands/publishing/schedule";
import { approve } from "@/server/commands/review/approve";
import { revoke } from "@/server/commands/review/revoke";
import { db } from "@/server/db";
import { approvalsOf } from "@/server/db/approvals";
import { draftOf, edit, endOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approvalOf, handIn, publishing, sectionAt, writeApproved, writeWhole } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let cy: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor", "reviewer");
  bo = await hire("Bo", "editor", "reviewer");
  cy = await hire("Cy", "reviewer");
});

const reason = "I misread it.";
const stateOf = async (id: ArticleId) => (await draftOf(id)).article.state;
const type = (who: Somebody, id: ArticleId, words: string) =>
  edit(who, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(words)));
const untype = (who: Somebody, id: ArticleId, words: string) =>
  edit(who, id, (change) => change.delete(endOf(change.doc, 1, 1) - words.length, endOf(change.doc, 1, 1)));

/** The approvals of the section at a place that stand, newest first. */
async function standingAt(id: ArticleId, place: number) {
  const section = await sectionAt(id, place);
  const all = await db.$transaction((tx) => approvalsOf(tx, id));
  return all.filter((one) => one.section === section);
}

async function take(who: Somebody, id: ArticleId, reviewer: Somebody) {
  const approval = (await standingAt(id, 1)).find((one) => one.reviewer === reviewer.id);
  if (!approval) throw new Error(`${reviewer.name} approved nothing here`);
  return granted(revoke.run(who, { articleId: id, approvalId: approval.id, reason }));
}

test("an approval that is taken back leaves the draft under review and off the schedule", async () => {
  const id = await writeApproved(ada, cy, "Taken back");
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await granted(schedule.run(ada, { ...(await publishing(id)), at }));
  await take(bo, id, cy);
  const { article } = await draftOf(id);
  expect(article).toMatchObject({ state: "in_review", scheduledFor: null, scheduledById: null, scheduledAs: null });
  expect(await standingAt(id, 1)).toEqual([]);
  const [gone] = await db.approvalRevocation.findMany({ where: { reason } });
  const again = { articleId: id, approvalId: gone?.approvalId ?? "", reason };
  expect((await refused(revoke.run(bo, revoke.input.parse(again)))).kind).toBe("not-found");
});

test("only a reviewer takes an approval back, and only an approval of this article", async () => {
  const [id, other] = [await writeApproved(ada, cy, "Mine"), await writeApproved(ada, cy, "Not mine")];
  const [approval] = await standingAt(other, 1);
  if (!approval) throw new Error("it was approved");
  const eve = await hire("Eve", "editor");
  const asked = { approvalId: approval.id, reason };
  expect((await refused(revoke.run(eve, { articleId: other, ...asked }))).kind).toBe("forbidden");
  expect((await refused(revoke.run(bo, { articleId: id, ...asked }))).kind).toBe("not-found");
  expect(await stateOf(other)).toBe("approved");
});

test("a draft stays approved while another reviewer's approval of the same text stands", async () => {
  const id = await writeWhole(ada, "Two readers");
  await handIn(ada, id);
  await granted(approve.run(bo, await approvalOf(id, 1)));
  await granted(approve.run(cy, await approvalOf(id)));
  await take(cy, id, bo);
  expect(await stateOf(id)).toBe("approved");
  await take(bo, id, cy);
  expect(await stateOf(id)).toBe("in_review");
});

test("a writer does not approve their text after somebody else did, to stand in for them later", async () => {
  const id = await writeWhole(ada, "Own word");
  await handIn(ada, id);
  await granted(approve.run(bo, await approvalOf(id, 1)));
  expect((await refused(approve.run(ada, await approvalOf(id, 1)))).kind).toBe("forbidden");
});

test("what rested on an approval falls with it, and the writer's own word publishes nothing", async () => {
  const id = await writeWhole(ada, "Resting");
  await handIn(ada, id);
  await granted(approve.run(cy, await approvalOf(id)));
  await type(bo, id, " Mostly.");
  await granted(approve.run(ada, await approvalOf(id, 1)));
  expect(await stateOf(id)).toBe("approved");

  await take(bo, id, cy);
  expect(await standingAt(id, 1)).toEqual([]);
  expect(await stateOf(id)).toBe("in_review");
  expect((await refused(publish.run(ada, await publishing(id)))).kind).toBe("blocked");
  expect((await refused(approve.run(ada, await approvalOf(id, 1)))).kind).toBe("forbidden");
  const event = await db.event.findFirst({ where: { articleId: id, type: "approval.revoked" } });
  expect(event?.data).toMatchObject({ fallen: [expect.any(String)] });
});

test("who brings back a text that they approved once cannot publish it over what was approved since", async () => {
  const id = await writeApproved(bo, cy, "Brought back");
  await type(bo, id, " Mostly.");
  await granted(approve.run(ada, await approvalOf(id, 1)));
  await type(bo, id, " Not always.");
  await granted(approve.run(cy, await approvalOf(id, 1)));
  await untype(ada, id, " Not always.");

  const refusal = await refused(publish.run(ada, await publishing(id)));
  expect(refusal).toMatchObject({ kind: "blocked" });
  expect(await standingAt(id, 1)).not.toContainEqual(expect.objectContaining({ reviewer: ada.id }));
  expect((await refused(approve.run(ada, await approvalOf(id, 1)))).kind).toBe("forbidden");
  await granted(approve.run(bo, await approvalOf(id, 1)));
  expect(await granted(publish.run(ada, await publishing(id)))).toMatchObject({ number: 1 });
});
