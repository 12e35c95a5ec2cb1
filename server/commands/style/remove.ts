import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockStyles, siteCiting } from "@/server/db/citing";
import { record } from "@/server/db/events";

/** Takes a style off the list, unless the site or an article is cited in it. Editions keep what it made of them. */
export const remove = command({
  name: "style.remove",
  input: z.strictObject({ style: z.string().min(1).max(200) }),
  run: (actor, { style }) =>
    inTransaction(async (tx) => {
      if (!may("style.manage", actor)) return fail({ kind: "forbidden" });
      await lockStyles(tx);
      const row = await tx.cslStyle.findFirst({ where: { id: style, removedAt: null }, select: { title: true } });
      if (!row) return fail({ kind: "not-found" });
      const articles = await tx.article.findMany({ where: { style }, select: { title: true }, take: 3 });
      const site = (await siteCiting(tx)).style === style ? ["the site"] : [];
      const users = [...site, ...articles.map(({ title }) => `“${title || "an article without a title"}”`)];
      if (users.length > 0)
        return fail({
          kind: "in-use",
          message: `It is in use by ${users.join(", ")}. Choose another style there first.`,
        });
      await tx.cslStyle.update({ where: { id: style }, data: { removedAt: new Date() } });
      await record(tx, actor, { type: "style.removed", article: null, data: { style, title: row.title } });
      return ok({});
    }),
});
