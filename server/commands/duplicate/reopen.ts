import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockPair } from "@/server/db/duplicates";
import { record } from "@/server/db/events";

/** Takes back that two sources are two works: they are listed as likely the same again. */
export const reopen = command({
  name: "duplicate.reopen",
  input: z.strictObject({ sourceId: SourceId, otherId: SourceId }),
  run: (actor, { sourceId, otherId }) =>
    inTransaction(async (tx) => {
      if (!may("source.merge", actor) || !actor.id) return fail({ kind: "forbidden" });
      const pair = await lockPair(tx, sourceId, otherId);
      if (!pair) return fail({ kind: "not-found" });
      if (!pair.dismissedAt)
        return fail({ kind: "wrong-state", message: "They are listed as likely the same already." });
      await tx.duplicate.update({
        where: { sourceId_otherId: pair.key },
        data: { dismissedAt: null, dismissedById: null },
      });
      await record(tx, actor, { type: "duplicate.reopened", article: null, data: pair.particulars });
      return ok({});
    }),
});
