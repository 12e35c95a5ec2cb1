import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { addJob } from "@/server/db/jobs";
import { askStandings } from "@/server/db/standings-due";

/** Has it looked up soon whether works were retracted; `asked` counts those with an identifier that notices are kept by. */
export const checkStanding = command({
  name: "source.check-standing",
  input: z.strictObject({ sourceIds: z.array(SourceId).min(1).max(1000) }),
  run: (actor, { sourceIds }) =>
    inTransaction(async (tx) => {
      if (!may("source.check", actor)) return fail({ kind: "forbidden" });
      const known = await tx.source.count({ where: { id: { in: sourceIds } } });
      if (known < new Set(sourceIds).size)
        return fail({ kind: "not-found", message: "The library has no such source." });
      const asked = await askStandings(tx, sourceIds);
      if (asked > 0) await addJob(tx, { task: "check-standings", payload: {}, key: "check-standings" });
      return ok({ asked });
    }),
});
