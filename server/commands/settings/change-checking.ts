import { may } from "@/domain/access/policy";
import { canonicalJson } from "@/domain/document/canonical";
import { fail, ok } from "@/domain/result";
import { CheckingSettings } from "@/domain/source/checking-settings";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { record } from "@/server/db/events";
import { json } from "@/server/db/rows";

/** Changes how sources are checked and kept, and what readers are told of it; pages are baked anew if that changed. */
export const changeChecking = command({
  name: "settings.change-checking",
  input: CheckingSettings,
  run: (actor, value) =>
    inTransaction(async (tx) => {
      if (!may("settings.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      const before = await checkingSettings(tx);
      if (canonicalJson(before) === canonicalJson(value)) return ok({});
      const row = { value: json(value), updatedById: actor.id, updatedAt: new Date() };
      await tx.setting.upsert({ where: { name: "checking" }, create: { name: "checking", ...row }, update: row });
      await record(tx, actor, {
        type: "settings.changed",
        article: null,
        data: { name: "checking", before, value, pages: before.readerNotice !== value.readerNotice },
      });
      return ok({});
    }),
});
