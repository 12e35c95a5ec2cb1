import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { bumpVersion } from "@/server/db/bump-version";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";

/** Puts the entries of the desk's list in another order; readers always see them in the order of the citations. */
export const reorder = command({
  name: "reference.reorder",
  input: z.strictObject({ articleId: ArticleId, order: z.array(ReferenceId).max(5000) }),
  run: (actor, { articleId, order }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      const entries = new Set(draft.manuscript.references.map(({ id }) => id));
      const named = new Set(order);
      if (order.length !== entries.size || named.size !== order.length || order.some((id) => !entries.has(id)))
        return fail({ kind: "stale", message: "The list was changed while you put it in order." });

      await tx.$executeRaw`
        update reference set position = wanted.position - 1
        from unnest(${order}::uuid[]) with ordinality as wanted (id, position)
        where reference.id = wanted.id and article_id = ${articleId}::uuid`;
      const version = await bumpVersion(tx, articleId);
      await record(tx, actor, { type: "reference.changed", article: articleId, data: { what: "reordered" } });
      return ok({ version });
    }),
});
