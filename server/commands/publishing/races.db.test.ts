import { database } from "@/server/testing/own-database";
import type pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { bake } from "@/server/commands/publishing/bake";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { revoke } from "@/server/commands/review/revoke";
import { edit as editSource } from "@/server/commands/source/edit";
import { db } from "@/server/db";
import { approvalsOf } from "@/server/db/approvals";
import { draftOf, edit, endOf, granted } from "@/server/testing/drafts";
import { onServer } from "@/server/testing/database";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, pageAt, publishing, writeApproved, writePublished } from "@/server/testing/rounds";
import { report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Array.from({ length: count }).reduce<Promise<void>>(
    (before, _, index) => before.then(() => make(index)).then(() => undefined),
    Promise.resolve(),
  );

/** Sections of editions that stand on an approval which history says was taken back before they were published. */
async function brokenPromises(articleId: ArticleId) {
  return db.$queryRaw<unknown[]>`
    select edition_section.section_id from edition_section
    join approval on approval.id = approval_id
    join event as published on published.data ->> 'edition' = edition_id::text
    left join event as revoked on revoked.type = 'approval.revoked' and revoked.seq < published.seq
      and revoked.data ->> 'approval' = approval_id::text
    where edition_section.article_id = ${articleId}::uuid
      and (approval.digest <> edition_section.digest or revoked.seq is not null)`;
}

test("of three who publish at the same moment one makes the edition, twenty times", async () => {
  const id = await writeApproved(ada, bo, "At the same moment");
  await times(20, async (index) => {
    if (index > 0) {
      await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(` ${index}`)));
      await handIn(ada, id);
      await approveAll(bo, id);
    }
    const asked = await publishing(id);
    const answers = await Promise.all([publish.run(ada, asked), publish.run(bo, asked), publish.run(ada, asked)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.kind]))).toEqual(["blocked", "blocked"]);
    expect(await db.edition.count({ where: { articleId: id } })).toBe(index + 1);
    expect(await db.event.count({ where: { articleId: id, type: "article.published" } })).toBe(index + 1);
  });
}, 120_000);

test("an edit while somebody publishes is in the next edition or stops this one, and is never lost", async () => {
  await times(6, async (index) => {
    const id = await writeApproved(ada, bo, `Edited while published ${index}`);
    const asked = await publishing(id);
    const [published] = await Promise.all([
      publish.run(bo, asked),
      edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" Mostly."))),
    ]);
    const { article, manuscript } = await draftOf(id);
    expect(manuscript.document.textContent).toContain("Mostly.");
    expect(article.state).toBe(published.ok ? "writing" : "in_review");
    const bodies = await db.editionSection.findMany({ where: { articleId: id } });
    expect(bodies).toHaveLength(published.ok ? 3 : 0);
    expect(JSON.stringify(bodies)).not.toContain("Mostly.");
    expect(await brokenPromises(id)).toEqual([]);
  });
}, 120_000);

test("an approval that is taken back while somebody publishes stops the edition, or comes after it", async () => {
  await times(6, async (index) => {
    const id = await writeApproved(ada, bo, `Taken back while published ${index}`);
    const [approval] = await db.$transaction((tx) => approvalsOf(tx, id));
    if (!approval) throw new Error("it was approved");
    const [published, revoked] = await Promise.all([
      publishing(id).then((asked) => publish.run(ada, asked)),
      revoke.run(bo, { articleId: id, approvalId: approval.id, reason: "I misread it." }),
    ]);
    expect(revoked.ok).toBe(true);
    expect((await draftOf(id)).article.state).toBe(published.ok ? "writing" : "in_review");
    expect(await brokenPromises(id)).toEqual([]);
  });
}, 120_000);

test("a source that is edited while somebody publishes is printed as it was approved", async () => {
  await times(6, async (index) => {
    const id = await writeApproved(ada, bo, `Its source edited ${index}`);
    const source = (await draftOf(id)).manuscript.references[0]?.source;
    if (!source) throw new Error("it rests on a source");
    const record = report(`Another title ${index}`, `another-title-${index}`);
    const [published, edited] = await Promise.all([
      publishing(id).then((asked) => publish.run(bo, asked)),
      editSource.run(ada, { sourceId: source.id, version: 0, record }),
    ]);
    expect(edited.ok).toBe(true);
    const [edition] = await db.edition.findMany({ where: { articleId: id } });
    expect(edition !== undefined).toBe(published.ok);
    expect(JSON.stringify(edition?.references ?? [])).not.toContain("Another title");
    expect((await draftOf(id)).manuscript.references[0]?.source?.record.title).toBe(`Another title ${index}`);
  });
}, 120_000);

test("baking again while somebody retracts never puts the old page back", async () => {
  const id = await writePublished(ada, bo, "Baked while retracted");
  const { slug } = (await draftOf(id)).article;
  const reason = "It was wrong from the start.";
  await onServer(database.ownerUrl, (lists) =>
    onServer(database.ownerUrl, async (pages) => {
      await lists.query("begin; select pg_advisory_xact_lock(hashtext('imprimatur: lists'))");
      const retracted = retract.run(bo, { articleId: id, reason });
      await pause(500);
      const noPages = pages.query("begin; lock table page in access exclusive mode");
      await pause(100);
      const baked = bake.run(systemActor, { articleId: id });
      await pause(500);
      await lists.query("rollback");
      await granted(retracted);
      await noPages;
      await pages.query("rollback");
      await granted(baked);
    }),
  );
  expect((await pageAt(`/${slug}`))?.text).toContain(reason);
  expect((await pageAt(`/${slug}/editions/2`))?.text).toContain(reason);
});

test("a publication that is killed half way leaves nothing of itself, and can be asked for again", async () => {
  const id = await writeApproved(ada, bo, "Killed half way");
  const asked = await publishing(id);
  const events = await db.event.count();
  await onServer(database.ownerUrl, async (owner) => {
    await owner.query("begin; select pg_advisory_xact_lock(hashtext('imprimatur: lists'))");
    const killed = publish.run(ada, asked).then(
      () => "published",
      () => "killed",
    );
    await killWhoWaits(owner);
    expect(await killed).toBe("killed");
    await owner.query("rollback");
  });
  for (const table of ["edition", "gate_report", "page"]) expect([table, await rowsOf(table, id)]).toEqual([table, 0]);
  expect(await db.event.count()).toBe(events);
  expect((await draftOf(id)).article).toMatchObject({ state: "approved", liveEditionId: null });
  expect(await granted(publish.run(ada, asked))).toMatchObject({ number: 1 });
});

async function killWhoWaits(owner: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { rowCount } = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`,
    );
    if (rowCount) return;
    await pause(50);
  }
  throw new Error("nobody waited");
}

async function rowsOf(table: string, articleId: ArticleId): Promise<number> {
  const sql = `select count(*)::int as count from ${table} where article_id = $1`;
  const { rows } = await onServer(database.ownerUrl, (owner) => owner.query<{ count: number }>(sql, [articleId]));
  return rows[0]?.count ?? -1;
}
