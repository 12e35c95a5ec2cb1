import { ArticleId } from "@/domain/ids";
import { inTransaction, type Tx } from "@/server/db";
import { newId } from "@/server/db/ids";
import { rebakeArticle, rebakeLists, touchAllLists } from "./from-database";
import { bakeHouseAssets } from "./house-assets";
import { rebakeKeys } from "./keys";
import { templatesFingerprint } from "./templates";
import { bakeTopicAddresses } from "./topics";

/** How many articles are baked in one transaction: few, so that nobody who publishes waits long for its locks. */
const batch = 5;
const listsAtOnce = 50;

/**
 * Bakes everything anew as the job of this name, from where the job stopped if it did; the old pages are served meanwhile.
 * A run that began before this job is ended, for this one does all that it would have done.
 */
export async function bakeEverything(job: string, reason: string): Promise<{ done: number; failed: number }> {
  const id = await begin(job, reason);
  // What the new pages ask for is there before they are.
  await inTransaction(bakeHouseAssets);
  while (await bakeBatch(id)) {
    // Until nothing is left.
  }
  await inTransaction(touchAllLists);
  while ((await inTransaction((tx) => rebakeLists(tx, listsAtOnce))) > 0) {
    // Until no list is left.
  }
  return inTransaction(async (tx) => {
    await rebakeKeys(tx);
    await bakeTopicAddresses(tx);
    await tx.bakeRun.updateMany({ where: { id }, data: { finishedAt: new Date() } });
    const run = await tx.bakeRun.findUnique({ where: { id }, select: { done: true, failed: true } });
    return run ?? { done: 0, failed: 0 };
  });
}

/** Whether the pages were drawn by other templates than those there are now, or never all of them. */
export async function templatesChanged(): Promise<boolean> {
  const templates = await templatesFingerprint();
  const last = await inTransaction((tx) =>
    tx.bakeRun.findFirst({
      where: { finishedAt: { not: null } },
      orderBy: { startedAt: "desc" },
      select: { templates: true },
    }),
  );
  return last?.templates !== templates;
}

async function begin(job: string, reason: string): Promise<string> {
  const templates = await templatesFingerprint();
  return inTransaction(async (tx) => {
    const known = await tx.bakeRun.findUnique({
      where: { job },
      select: { id: true, finishedAt: true, templates: true },
    });
    // A job that goes on after an upgrade of the product begins again: what it did was drawn by the old templates.
    if (known && known.templates === templates) return known.id;
    if (known) await tx.bakeRun.deleteMany({ where: { job } });
    await tx.bakeRun.deleteMany({ where: { finishedAt: null } });
    const total = await tx.article.count({ where: { liveEditionId: { not: null } } });
    const run = await tx.bakeRun.create({ data: { id: newId(), job, reason, templates, total }, select: { id: true } });
    return run.id;
  });
}

/** Bakes the next few articles; where one of them fails the others are baked without it. False when none is left. */
async function bakeBatch(id: string): Promise<boolean> {
  try {
    return await inTransaction((tx) => bakeNext(tx, id, batch, null));
  } catch {
    // One by one, so that each failure is one article's.
    for (let left = batch; left > 0; left--) {
      try {
        if (!(await inTransaction((tx) => bakeNext(tx, id, 1, null)))) return false;
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        if (!(await inTransaction((tx) => bakeNext(tx, id, 1, fault.slice(0, 500))))) return false;
      }
    }
    return true;
  }
}

/** `fault` skips the next article and says why. */
async function bakeNext(tx: Tx, id: string, most: number, fault: string | null): Promise<boolean> {
  const [run] = await tx.$queryRaw<{ after: string | null }[]>`
    select "after" from bake_run where id = ${id}::uuid and finished_at is null for update`;
  if (!run) return false;
  const next = await tx.$queryRaw<{ id: string }[]>`
    select id from article where live_edition_id is not null and (${run.after}::uuid is null or id > ${run.after}::uuid)
    order by id limit ${most} for update`;
  const last = next.at(-1);
  if (!last) return false;
  if (fault === null) for (const article of next) await rebakeArticle(tx, ArticleId.parse(article.id));
  const data =
    fault === null
      ? { done: { increment: next.length } }
      : { failed: { increment: next.length }, fault: `${last.id}: ${fault}` };
  await tx.bakeRun.update({ where: { id }, data: { ...data, after: last.id } });
  return true;
}
