import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { wakeChecks } from "@/server/db/links";

/**
 * Has a copy kept of every source on an article's list that has none from being cited, or whose page was read anew since:
 * what an article rests on is what stood there when it was cited.
 */
export const keepCited = command({
  name: "source.keep-cited",
  input: z.strictObject({ articleId: ArticleId }),
  run: (actor, { articleId }) =>
    inTransaction(async (tx) => {
      if (actor.id) return fail({ kind: "forbidden" });
      if (!(await checkingSettings(tx)).capture) return ok({ wanted: 0 });
      const wanted = await tx.$executeRaw`
        update source_link set wanted = 'cited', wanted_by = null, next_at = to_timestamp(0)
        where wanted is null
          and source_id in (select source_id from reference where article_id = ${articleId}::uuid and removed_at is null)
          and not exists (
            select from capture where capture.source_id = source_link.source_id and reason = 'cited'
              and capture.at >= coalesce(changed_at, '-infinity'))`;
      if (wanted > 0) await wakeChecks(tx);
      return ok({ wanted });
    }),
});
