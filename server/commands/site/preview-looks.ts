import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { drawPreview } from "@/server/baking/preview";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { houseLooks } from "@/server/db/looks";
import { looksFrom, LooksInput } from "./looks-input";

/** Draws what readers would see of looks that are not saved, by the templates that draw every page. It changes nothing. */
export const previewLooks = command({
  name: "site.preview-looks",
  input: z.strictObject({
    looks: LooksInput,
    name: z.string().max(80),
    tagline: z.string().max(200),
    paper: z.enum(["light", "dark"]),
  }),
  run: (actor, { looks: input, ...shown }) =>
    inTransaction(async (tx) => {
      if (!may("site.edit", actor)) return fail({ kind: "forbidden" });
      const looks = looksFrom(input, await houseLooks(tx));
      if (!looks.ok) return looks;
      return ok({ html: await drawPreview(tx, { ...shown, looks: looks.value }) });
    }),
});
