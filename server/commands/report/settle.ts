import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, TaskId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { reportTask } from "@/server/db/reader-reports";

/** Settles what readers reported of an article and a source: answered, with what was done, or dismissed. */
export const settle = command({
  name: "report.settle",
  input: z.strictObject({
    taskId: TaskId,
    outcome: z.enum(["answered", "dismissed"]),
    answer: z.string().trim().max(2000),
  }),
  run: (actor, { taskId, outcome, answer }) =>
    inTransaction(async (tx) => {
      if (!may("report.settle", actor) || !actor.id) return fail({ kind: "forbidden" });
      const task = await tx.task.findUnique({ where: { id: taskId } });
      if (!task || task.kind !== reportTask || !task.articleId) return fail({ kind: "not-found" });
      const now = new Date();
      const { count } = await tx.task.updateMany({
        where: { id: taskId, doneAt: null },
        data: { doneAt: now, doneById: actor.id },
      });
      if (count === 0) return fail({ kind: "wrong-state", message: "It is settled already." });
      const { articleId, sourceId } = task;
      const settled = await tx.readerReport.updateMany({
        where: { articleId, sourceId, outcome: null },
        data: { outcome, answer, settledById: actor.id, settledAt: now },
      });
      await record(tx, actor, {
        type: "report.settled",
        article: ArticleId.parse(articleId),
        data: { outcome, answer, source: sourceId, reports: settled.count },
      });
      return ok({ reports: settled.count });
    }),
});
