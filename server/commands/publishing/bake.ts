import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { may } from "@/domain/access/policy";
import { rebakeArticle, rebakeLists } from "@/server/baking/from-database";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { addJob } from "@/server/db/jobs";

/**
 * Bakes the pages of one article anew, and those of its other languages, which name it; or has every page of the site
 * baked anew, which is a job of its own. It waits for whoever is publishing, so that it never puts an older edition's page
 * over a newer one's.
 */
export const bake = command({
  name: "publishing.bake",
  input: z.strictObject({ articleId: ArticleId.nullable() }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      if (!may("pages.bake", actor)) return fail({ kind: "forbidden" });
      if (articleId) {
        for (const id of await withTranslations(tx, articleId)) {
          await lockArticle(tx, id);
          await rebakeArticle(tx, id);
        }
        await rebakeLists(tx);
      } else await addJob(tx, { task: "bake-everything", payload: {}, key: "bake-everything" });
      return ok({});
    }),
});

/** The article and its other languages in the order of their ids, so that two who lock several never wait for each other. */
async function withTranslations(tx: Tx, articleId: ArticleId): Promise<ArticleId[]> {
  const own = await tx.translation.findUnique({ where: { articleId }, select: { work: true } });
  const others = own ? await tx.translation.findMany({ where: { work: own.work }, select: { articleId: true } }) : [];
  const ids = new Set([articleId, ...others.map((one) => ArticleId.parse(one.articleId))]);
  return [...ids].sort();
}
