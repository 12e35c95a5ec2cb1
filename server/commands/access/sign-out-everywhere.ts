import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { endSessions } from "./sessions";

/** Ends all sessions of the actor; the one that asks goes on with a new one from the door. */
export const signOutEverywhere = command({
  name: "account.sign-out-everywhere",
  input: z.strictObject({}),
  run: (actor) =>
    inTransaction(async (tx) => {
      const userId = actor.id;
      if (!userId || !may("account.change", actor, { userId })) return fail({ kind: "forbidden" });
      const ended = await endSessions(tx, userId);
      await record(tx, actor, { type: "person.signed-out", article: null, data: { person: userId } });
      return ok(ended);
    }),
});
