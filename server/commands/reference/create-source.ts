import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { ClaimedOrigins, OriginalText } from "@/domain/source/origins";
import { SourceRecord } from "@/domain/source/record";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { noteLikely } from "@/server/db/duplicates";
import { record as recordEvent } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { referenceFor } from "@/server/db/references";
import { addSource, standingSource } from "@/server/db/sources";
import { saveList } from "./save-list";

/**
 * Makes a source and puts it on an article's list, or says of a raw line that it is this source, at once. Where the
 * library has the work under the same identifier, that one is taken (`existed`) and stays as it is.
 */
export const createSource = command({
  name: "reference.create-source",
  input: z.strictObject({
    articleId: ArticleId,
    referenceId: ReferenceId.nullable(),
    record: SourceRecord,
    origins: ClaimedOrigins.optional(),
    original: OriginalText.optional(),
  }),
  run: (actor, { articleId, referenceId, record, origins, original }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const line = draft?.manuscript.references.find(({ id }) => id === referenceId);
      if (!draft || (referenceId && !line)) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !may("source.edit", actor) || !actor.id) return fail({ kind: "forbidden" });

      const made = await addSource(tx, record, actor.id, { origins, original: line?.original ?? original });
      // A source that is being merged at this moment is waited for; the one that stands for it is taken.
      const source = made.ok ? made.value : await standingSource(tx, made.error.sourceId);
      if (!source) return fail({ kind: "not-found" });
      const existed = !made.ok;
      if (made.ok) await noteLikely(tx, source, record);
      if (made.ok) await recordEvent(tx, actor, { type: "source.created", article: null, data: { source, record } });
      if (line) {
        await tx.reference.update({ where: { id: line.id }, data: { sourceId: source } });
        const change = { what: "resolved", reference: line.id, source, original: line.original } as const;
        const version = await saveList(tx, actor, draft, change);
        return ok({ sourceId: source, referenceId: line.id, existed, version });
      }
      const { id, added } = await referenceFor(tx, articleId, source, ReferenceId.parse(newId()));
      const reference = ReferenceId.parse(id);
      const version = added
        ? await saveList(tx, actor, draft, { what: "added", reference, source })
        : draft.article.version;
      return ok({ sourceId: source, referenceId: reference, existed, version });
    }),
});
