import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { rebakeAll, rebakeArticle } from "@/server/baking/from-database";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";

/** Bakes the pages of one article anew, or every page of the site: after a change of templates or of the site's name. */
export const bake = command({
  name: "publishing.bake",
  input: z.strictObject({ articleId: ArticleId.nullable() }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      if (!may("pages.bake", actor)) return fail({ kind: "forbidden" });
      await (articleId ? rebakeArticle(tx, articleId) : rebakeAll(tx));
      return ok({});
    }),
});
