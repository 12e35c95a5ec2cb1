import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { approve } from "@/server/commands/review/approve";
import { requestChanges } from "@/server/commands/review/request-changes";
import { submit } from "@/server/commands/review/submit";
import { withdraw } from "@/server/commands/review/withdraw";
import { open } from "@/server/commands/thread/open";
import { db } from "@/server/db";
import { approvalsOf, matchApprovals } from "@/server/db/approvals";
import { deleteSection, draftOf, edit, endOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approvalOf, approveAll, handIn, sectionAt, writeApproved, writeWhole } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let eve: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor", "reviewer");
  bo = await hire("Bo", "reviewer");
  eve = await hire("Eve", "editor");
});

const stateOf = async (id: ArticleId) => (await draftOf(id)).article.state;
const roundOf = (articleId: ArticleId) => db.review.findFirst({ where: { articleId }, orderBy: { number: "desc" } });
const type = (who: Somebody, id: ArticleId, place: number) =>
  edit(who, id, (change) => change.insert(endOf(change.doc, place, 1), schema.text(" Slowly.")));

/** The places whose text is approved as it stands. */
async function approvedPlaces(id: ArticleId): Promise<number[]> {
  const { sections } = await draftOf(id);
  const standing = matchApprovals(sections, await db.$transaction((tx) => approvalsOf(tx, id)));
  return sections.filter((section) => standing.get(section.id)).map((section) => section.position);
}

test("a draft with holes is not handed in, and each hole is named with its place", async () => {
  const id = await writeWhole(ada, "With holes");
  const first = await writeSection(ada, id, "First hole", "A claim", null);
  const second = await writeSection(ada, id, "Second hole", "Another claim", null);
  const missing = (section: string) => ({ rule: "citation/missing", place: { kind: "citation", section } });
  expect(await refused(submit.run(ada, { articleId: id, note: "" }))).toMatchObject({
    kind: "blocked",
    message: "2 blockers are open.",
    findings: [missing(first), missing(second)],
  });
  expect(await stateOf(id)).toBe("writing");
  expect(await roundOf(id)).toBeNull();
});

test("an open comment goes along with a draft that is handed in", async () => {
  const id = await writeWhole(ada, "With a question");
  const anchor = { exact: "Ferries", prefix: "", suffix: " are" };
  await granted(open.run(bo, { articleId: id, sectionId: await sectionAt(id, 1), anchor, body: "All of them?" }));
  await handIn(ada, id);
  expect(await stateOf(id)).toBe("in_review");
});

test("a draft is handed in once, and its text of that moment is kept", async () => {
  const id = await writeWhole(ada, "Handed in once");
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => submit.run(ada, { articleId: id, note: "Please." })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.review.count({ where: { articleId: id } })).toBe(1);
  const kept = await db.revision.findMany({ where: { articleId: id, kind: "submitted" } });
  expect(kept.map(({ document }) => document)).toEqual([(await draftOf(id)).manuscript.document.toJSON()]);
  expect((await refused(submit.run(bo, { articleId: id, note: "" }))).kind).toBe("forbidden");
});

test("nobody approves what they wrote, and no section is approved along with a refused one", async () => {
  const id = await writeWhole(eve, "Two writers");
  await type(ada, id, 2);
  await handIn(eve, id);
  expect((await refused(approve.run(eve, await approvalOf(id)))).kind).toBe("forbidden");
  const refusal = await refused(approve.run(ada, await approvalOf(id)));
  expect(refusal).toMatchObject({ kind: "forbidden", message: "Nobody approves their own text." });
  expect(await approvedPlaces(id)).toEqual([]);
  expect(await granted(approve.run(ada, await approvalOf(id, 0, 1)))).toMatchObject({ approved: false });
  expect(await approvedPlaces(id)).toEqual([0, 1]);
});

test("a text that changed while it was read is not approved", async () => {
  const id = await writeWhole(ada, "Changed while read");
  await handIn(ada, id);
  const read = await approvalOf(id);
  await type(eve, id, 1);
  const refusal = await refused(approve.run(bo, read));
  expect(refusal).toMatchObject({ kind: "stale", message: expect.stringContaining("“Ferries”") });
  expect(await approvedPlaces(id)).toEqual([]);
});

test("approvals stand when another section changes, and the draft goes back under review for that one alone", async () => {
  const id = await writeApproved(ada, bo, "Changed elsewhere");
  expect(await stateOf(id)).toBe("approved");
  await type(eve, id, 2);
  expect(await stateOf(id)).toBe("in_review");
  expect(await approvedPlaces(id)).toEqual([0, 1]);
  expect(await granted(approve.run(bo, await approvalOf(id, 2)))).toMatchObject({ approved: true });
  expect(await stateOf(id)).toBe("approved");
});

test("a text that comes back to what was approved is approved again", async () => {
  const id = await writeApproved(ada, bo, "There and back");
  await type(eve, id, 1);
  await edit(eve, id, (change) => {
    const end = endOf(change.doc, 1, 1);
    change.delete(end - " Slowly.".length, end);
  });
  expect(await approvedPlaces(id)).toEqual([0, 1, 2]);
  expect(await stateOf(id)).toBe("in_review");
  expect(await granted(approve.run(bo, { articleId: id, sections: [] }))).toMatchObject({ approved: true });
});

test("sections that only change places keep their approvals, and the new order is agreed to by a reviewer", async () => {
  const id = await writeApproved(ada, bo, "In another order");
  await edit(eve, id, (change) => {
    const moved = change.doc.child(2);
    const from = change.doc.content.size - moved.nodeSize;
    change.delete(from, change.doc.content.size).insert(change.doc.child(0).nodeSize, moved);
  });
  expect(await stateOf(id)).toBe("in_review");
  expect(await approvedPlaces(id)).toEqual([1, 2]);
  expect(await granted(approve.run(bo, await approvalOf(id)))).toMatchObject({ approved: true });
});

test("nobody deletes a section and agrees to that by themselves", async () => {
  const id = await writeApproved(ada, bo, "Shortened");
  const both = await hire("Both", "editor", "reviewer");
  await deleteSection(both, id, 2);
  expect(await stateOf(id)).toBe("in_review");
  expect(await approvedPlaces(id)).toEqual([1]);
  expect((await refused(approve.run(both, await approvalOf(id, 0)))).kind).toBe("forbidden");
  expect(await granted(approve.run(bo, await approvalOf(id, 0)))).toMatchObject({ approved: true });
});

test("a draft is sent back with words, which history keeps, and the round is over", async () => {
  const id = await writeWhole(ada, "Sent back");
  await handIn(ada, id);
  expect(requestChanges.input.safeParse({ articleId: id, words: " " }).success).toBe(false);
  expect((await refused(requestChanges.run(eve, { articleId: id, words: "No." }))).kind).toBe("forbidden");
  await granted(requestChanges.run(bo, { articleId: id, words: "Say how slow." }));
  expect(await stateOf(id)).toBe("changes_requested");
  expect(await roundOf(id)).toMatchObject({ outcome: "changes_requested" });
  expect(await db.event.findFirst({ where: { articleId: id }, orderBy: { seq: "desc" } })).toMatchObject({
    type: "review.changes-requested",
    data: { words: "Say how slow." },
  });
  expect((await refused(approve.run(bo, await approvalOf(id)))).kind).toBe("wrong-state");
  await handIn(ada, id);
  expect(await roundOf(id)).toMatchObject({ number: 2, closedAt: null });
});

test("a draft that is taken back keeps the approvals that it has", async () => {
  const id = await writeWhole(ada, "Taken back");
  await handIn(ada, id);
  await granted(approve.run(bo, await approvalOf(id, 0, 1)));
  await granted(withdraw.run(ada, { articleId: id }));
  expect(await stateOf(id)).toBe("writing");
  expect(await roundOf(id)).toMatchObject({ outcome: "withdrawn" });
  expect(await approvedPlaces(id)).toEqual([0, 1]);
  expect((await refused(withdraw.run(ada, { articleId: id }))).kind).toBe("wrong-state");
  await handIn(ada, id);
  expect(await granted(approve.run(bo, await approvalOf(id, 2)))).toMatchObject({ approved: true });
});

test("a section of another article is not approved here", async () => {
  const [id, other] = [await writeWhole(ada, "One"), await writeWhole(ada, "Another")];
  await handIn(ada, id);
  await handIn(ada, other);
  const { sections } = await approvalOf(other);
  expect((await refused(approve.run(bo, { articleId: id, sections }))).kind).toBe("not-found");
  expect(await approveAll(bo, id)).toMatchObject({ approved: true });
});

test("an approval of nothing that completes nothing is not written down", async () => {
  const id = await writeWhole(ada, "Nothing to approve");
  await handIn(ada, id);
  const events = await db.event.count();
  expect(await granted(approve.run(bo, { articleId: id, sections: [] }))).toMatchObject({ approved: false });
  expect(await db.event.count()).toBe(events);
});
