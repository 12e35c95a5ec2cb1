import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { newId } from "@/server/db/ids";
import { referenceFor } from "@/server/db/references";
import { standingSource } from "@/server/db/sources";
import { saveList } from "./save-list";

/** Puts a source on an article's list, so that its citations can rest on it; the entry that is there already is answered. */
export const add = command({
  name: "reference.add",
  input: z.strictObject({ articleId: ArticleId, sourceId: SourceId }),
  run: (actor, { articleId, sourceId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      const standing = await standingSource(tx, sourceId);
      if (!standing) return fail({ kind: "not-found", message: "The source is not in the library." });

      const { id, added } = await referenceFor(tx, articleId, standing, ReferenceId.parse(newId()));
      const reference = ReferenceId.parse(id);
      const version = added
        ? await saveList(tx, actor, draft, { what: "added", reference, source: standing })
        : draft.article.version;
      return ok({ referenceId: reference, added, version });
    }),
});
