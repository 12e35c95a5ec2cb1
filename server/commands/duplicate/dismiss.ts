import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockPair } from "@/server/db/duplicates";
import { record } from "@/server/db/events";

/** Says that two sources that look alike are two works; they are not listed again, however alike they become. */
export const dismiss = command({
  name: "duplicate.dismiss",
  input: z.strictObject({ sourceId: SourceId, otherId: SourceId }),
  run: (actor, { sourceId, otherId }) =>
    inTransaction(async (tx) => {
      if (!may("source.merge", actor) || !actor.id) return fail({ kind: "forbidden" });
      const pair = await lockPair(tx, sourceId, otherId);
      if (!pair) return fail({ kind: "not-found" });
      if (pair.dismissedAt) return fail({ kind: "wrong-state", message: "Somebody said so before." });
      await tx.duplicate.update({
        where: { sourceId_otherId: pair.key },
        data: { dismissedAt: new Date(), dismissedById: actor.id },
      });
      await record(tx, actor, { type: "duplicate.dismissed", article: null, data: pair.particulars });
      return ok({});
    }),
});
