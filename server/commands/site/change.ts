import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { message: `At most ${most} characters.` })
    .regex(/^\P{C}*$/u, { message: "One line of visible text, please." });

/** Changes what readers see of the house; all pages are baked anew soon after. */
export const changeSite = command({
  name: "site.change",
  input: z.strictObject({ name: line(80).min(1, { message: "A name is needed." }), tagline: line(200) }),
  run: (actor, { name, tagline }) =>
    inTransaction(async (tx) => {
      if (!may("site.edit", actor)) return fail({ kind: "forbidden" });
      const before = await tx.site.findUnique({ where: { only: true } });
      if (before?.name === name && before.tagline === tagline) return ok({});
      await tx.site.upsert({ where: { only: true }, create: { name, tagline }, update: { name, tagline } });
      await record(tx, actor, { type: "site.changed", article: null, data: { name, tagline } });
      return ok({});
    }),
});
