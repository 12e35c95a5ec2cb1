import type { SourceId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Moved } from "./shape";

/** What hangs on a source and goes with it by its ids. */
export type Hanging = Pick<Moved, "captures" | "linkChecks" | "quoteChecks" | "tasks" | "closedTasks">;

/**
 * Lets captures, checks of address and quotes, and open tasks of one source go to another. A task that the other has
 * open for the same cause is closed. Verifications stay: they are of words, source and quote together.
 */
export async function moveHanging(tx: Tx, from: SourceId, to: SourceId, by: UserId): Promise<Hanging> {
  const mine = { where: { sourceId: from }, select: { id: true } } as const;
  const captures = await tx.capture.findMany(mine);
  const linkChecks = await tx.linkCheck.findMany(mine);
  const quoteChecks = await tx.quoteCheck.findMany(mine);
  await tx.capture.updateMany({ where: { sourceId: from }, data: { sourceId: to } });
  await tx.linkCheck.updateMany({ where: { sourceId: from }, data: { sourceId: to } });
  await tx.quoteCheck.updateMany({ where: { sourceId: from }, data: { sourceId: to } });

  const open = await tx.task.findMany({ where: { sourceId: { in: [from, to] }, doneAt: null } });
  const causes = new Set(open.filter((task) => task.sourceId === to).map(causeOf));
  const mineOpen = open.filter((task) => task.sourceId === from);
  const closedTasks = mineOpen.filter((task) => causes.has(causeOf(task))).map(({ id }) => id);
  const tasks = mineOpen.filter((task) => !causes.has(causeOf(task))).map(({ id }) => id);
  await tx.task.updateMany({ where: { id: { in: closedTasks } }, data: { doneAt: new Date(), doneById: by } });
  await tx.task.updateMany({ where: { id: { in: tasks } }, data: { sourceId: to } });
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { captures: ids(captures), linkChecks: ids(linkChecks), quoteChecks: ids(quoteChecks), tasks, closedTasks };
}

const causeOf = ({ kind, articleId }: { kind: string; articleId: string | null }): string =>
  `${kind} ${articleId ?? ""}`;

/** Takes back to a source what `moveHanging` took from it, as far as it is still there; a task that is done stays done. */
export async function returnHanging(tx: Tx, moved: Hanging, from: SourceId, to: SourceId): Promise<void> {
  const back = (ids: string[]) => ({ where: { id: { in: ids }, sourceId: from }, data: { sourceId: to } });
  await tx.capture.updateMany(back(moved.captures));
  await tx.linkCheck.updateMany(back(moved.linkChecks));
  await tx.quoteCheck.updateMany(back(moved.quoteChecks));
  await tx.task.updateMany({
    where: { id: { in: moved.tasks }, sourceId: from, doneAt: null },
    data: { sourceId: to },
  });
  const open = await tx.task.findMany({ where: { sourceId: to, doneAt: null } });
  const causes = new Set(open.map(causeOf));
  const closed = await tx.task.findMany({ where: { id: { in: moved.closedTasks }, sourceId: to } });
  const again = closed.filter((task) => !causes.has(causeOf(task))).map(({ id }) => id);
  await tx.task.updateMany({ where: { id: { in: again } }, data: { doneAt: null, doneById: null } });
}
