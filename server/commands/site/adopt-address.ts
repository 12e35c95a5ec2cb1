import { z } from "zod";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

/** Tells the site the address that it is served at, for canonical links, feeds and the sitemap. Done at every start. */
export const adoptAddress = command({
  name: "site.adopt-address",
  input: z.strictObject({ baseUrl: z.url({ protocol: /^https?$/ }) }),
  run: (actor, { baseUrl: given }) =>
    inTransaction(async (tx) => {
      if (actor.id) return fail({ kind: "forbidden" });
      const baseUrl = given.replace(/\/+$/, "");
      const site = await tx.site.findUnique({ where: { only: true } });
      if (site?.baseUrl === baseUrl) return ok({ changed: false });
      await tx.site.upsert({
        where: { only: true },
        create: { name: "Imprimatur", baseUrl },
        update: { baseUrl },
      });
      await record(tx, actor, { type: "site.changed", article: null, data: { baseUrl } });
      return ok({ changed: true });
    }),
});
