import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { atOnce, wakeChecks } from "@/server/db/links";

/** Has a copy of what a source's address answers kept, as soon as its host allows. */
export const capture = command({
  name: "source.capture",
  input: z.strictObject({ sourceId: SourceId }),
  run: (actor, { sourceId }) =>
    inTransaction(async (tx) => {
      if (!may("source.check", actor)) return fail({ kind: "forbidden" });
      const source = await tx.source.findUnique({ where: { id: sourceId }, select: { mergedIntoId: true } });
      if (!source) return fail({ kind: "not-found" });
      if (source.mergedIntoId) return fail({ kind: "wrong-state", message: "The source was merged into another one." });
      if (!(await checkingSettings(tx)).capture)
        return fail({ kind: "wrong-state", message: "Copies are switched off in the settings." });
      const { count } = await tx.sourceLink.updateMany({
        where: { sourceId },
        data: { wanted: "asked", wantedById: actor.id, nextAt: atOnce },
      });
      if (count === 0) return fail({ kind: "wrong-state", message: "The source has no address that could be kept." });
      await wakeChecks(tx);
      return ok({});
    }),
});
