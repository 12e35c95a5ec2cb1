import { may } from "@/domain/access/policy";
import { isLocale } from "@/domain/citation/locales";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { Citing, citingSetting, isStyle, lockStyles, siteCiting } from "@/server/db/citing";
import { record } from "@/server/db/events";
import { json } from "@/server/db/rows";

/** Chooses the site's citation style and language: for drafts that have none of their own. Editions keep theirs. */
export const setCiting = command({
  name: "settings.set-citing",
  input: Citing,
  run: (actor, { style, locale }) =>
    inTransaction(async (tx) => {
      if (!may("settings.edit", actor)) return fail({ kind: "forbidden" });
      await lockStyles(tx);
      if (!(await isStyle(tx, style))) return fail({ kind: "unknown-style", message: "There is no such style here." });
      if (!isLocale(locale)) return fail({ kind: "unknown-locale", message: "There is no such language here." });
      const before = await siteCiting(tx);
      if (before.style === style && before.locale === locale) return ok({});
      const value = json({ style, locale });
      await tx.setting.upsert({
        where: { name: citingSetting },
        create: { name: citingSetting, value, updatedById: actor.id },
        update: { value, updatedById: actor.id, updatedAt: new Date() },
      });
      await record(tx, actor, {
        type: "settings.changed",
        article: null,
        data: { name: citingSetting, before, after: { style, locale } },
      });
      return ok({});
    }),
});
