import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { standingSource } from "@/server/db/sources";
import { saveList } from "./save-list";

/** Says which source an entry of the list is: a raw line becomes one, keeping its text; another may be chosen later. */
export const resolve = command({
  name: "reference.resolve",
  input: z.strictObject({ articleId: ArticleId, referenceId: ReferenceId, sourceId: SourceId }),
  run: (actor, { articleId, referenceId, sourceId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const reference = draft?.manuscript.references.find(({ id }) => id === referenceId);
      if (!draft || !reference) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      const standing = await standingSource(tx, sourceId);
      if (!standing) return fail({ kind: "not-found", message: "The source is not in the library." });
      if (reference.source?.id === standing) return ok({ referenceId, version: draft.article.version });

      await tx.reference.update({ where: { id: referenceId }, data: { sourceId: standing } });
      const { original } = reference;
      const change = { what: "resolved", reference: referenceId, source: standing, original } as const;
      return ok({ referenceId, version: await saveList(tx, actor, draft, change) });
    }),
});
