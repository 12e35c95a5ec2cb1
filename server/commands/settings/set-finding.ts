import { z } from "zod";
import { may } from "@/domain/access/policy";
import { canonicalJson } from "@/domain/document/canonical";
import { fail, ok } from "@/domain/result";
import { FindingSettings } from "@/domain/source/finding-settings";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { findingSetting, findingSettings } from "@/server/db/finding-settings";
import { json } from "@/server/db/rows";

/** Says which services are asked for sources, in which order, where they are and how long they may take. */
export const setFinding = command({
  name: "settings.set-finding",
  input: z.strictObject({ settings: FindingSettings }),
  run: (actor, { settings }) =>
    inTransaction(async (tx) => {
      if (!may("settings.edit", actor)) return fail({ kind: "forbidden" });
      const before = await findingSettings(tx);
      if (canonicalJson(before) === canonicalJson(settings)) return ok({ changed: false });
      await tx.setting.upsert({
        where: { name: findingSetting },
        create: { name: findingSetting, value: json(settings), updatedById: actor.id },
        update: { value: json(settings), updatedById: actor.id, updatedAt: new Date() },
      });
      const data = { name: findingSetting, before, after: settings };
      await record(tx, actor, { type: "settings.changed", article: null, data });
      return ok({ changed: true });
    }),
});
