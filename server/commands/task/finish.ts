import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, TaskId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

/** Says that what a task asks for is done; it does not come back for the same cause. */
export const finish = command({
  name: "task.finish",
  input: z.strictObject({ taskId: TaskId }),
  run: (actor, { taskId }) =>
    inTransaction(async (tx) => {
      if (!may("task.finish", actor) || !actor.id) return fail({ kind: "forbidden" });
      const { count } = await tx.task.updateMany({
        where: { id: taskId, doneAt: null },
        data: { doneAt: new Date(), doneById: actor.id },
      });
      const task = await tx.task.findUnique({ where: { id: taskId } });
      if (!task) return fail({ kind: "not-found" });
      if (count === 0) return fail({ kind: "wrong-state", message: "It is done already." });
      await record(tx, actor, {
        type: "task.done",
        article: task.articleId === null ? null : ArticleId.parse(task.articleId),
        data: { task: taskId, kind: task.kind, source: task.sourceId, words: task.words },
      });
      return ok({});
    }),
});
