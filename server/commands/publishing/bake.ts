import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { rebakeAll, rebakeArticle } from "@/server/baking/from-database";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { lockArticle } from "@/server/db/draft";

/**
 * Bakes the pages of one article anew, or every page of the site: after a change of templates or of the site's name. It
 * waits for whoever is publishing, so that it never puts an older edition's page over a newer one's.
 */
export const bake = command({
  name: "publishing.bake",
  input: z.strictObject({ articleId: ArticleId.nullable() }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      if (!may("pages.bake", actor)) return fail({ kind: "forbidden" });
      if (articleId) {
        await lockArticle(tx, articleId);
        await rebakeArticle(tx, articleId);
      } else {
        await lockPublished(tx);
        await rebakeAll(tx);
      }
      return ok({});
    }),
});

async function lockPublished(tx: Tx): Promise<void> {
  await tx.$queryRaw`select id from article where live_edition_id is not null order by id for update`;
}
