import { z } from "zod";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { dropCaptures, dropLooseBlobs } from "@/server/db/prune";

/** Drops old copies that nothing rests on, as the settings say, and then bytes that no copy needs. */
export const pruneCaptures = command({
  name: "source.prune-captures",
  input: z.strictObject({}),
  run: (actor) =>
    inTransaction(async (tx) => {
      if (actor.id) return fail({ kind: "forbidden" });
      const { keepCaptures } = await checkingSettings(tx);
      return ok({ captures: await dropCaptures(tx, keepCaptures), blobs: await dropLooseBlobs(tx) });
    }),
});
