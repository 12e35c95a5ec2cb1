import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { settleTasks } from "@/server/db/source-tasks";

/** Closes the tasks of an article about sources that it does not cite any more. */
export const settle = command({
  name: "task.settle",
  input: z.strictObject({ articleId: ArticleId }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) =>
      actor.id ? fail({ kind: "forbidden" }) : ok({ closed: await settleTasks(tx, articleId) }),
    ),
});
