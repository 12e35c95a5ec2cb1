import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { askLooks, wakeChecks } from "@/server/db/links";

/**
 * Has the addresses of sources looked at as soon as their hosts allow, before everything that is merely due. Those without an
 * address are counted out: `asked` says how many will be looked at.
 */
export const check = command({
  name: "source.check",
  input: z.strictObject({ sourceIds: z.array(SourceId).min(1).max(1000) }),
  run: (actor, { sourceIds }) =>
    inTransaction(async (tx) => {
      if (!may("source.check", actor)) return fail({ kind: "forbidden" });
      const known = await tx.source.count({ where: { id: { in: sourceIds } } });
      if (known < new Set(sourceIds).size)
        return fail({ kind: "not-found", message: "The library has no such source." });
      const asked = await askLooks(tx, sourceIds);
      if (asked > 0) await wakeChecks(tx);
      return ok({ asked });
    }),
});
