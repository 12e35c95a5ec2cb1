import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { ClaimedOrigins, OriginalText } from "@/domain/source/origins";
import { SourceRecord } from "@/domain/source/record";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { noteLikely } from "@/server/db/duplicates";
import { record as recordEvent } from "@/server/db/events";
import { addSource } from "@/server/db/sources";

/**
 * Adds a source to the library, with where its fields came from and the text that it was read from; one that is there
 * already under the same identifier is named instead. What is likely the same work is answered as `likely`, and stands in
 * the list of duplicates.
 */
export const create = command({
  name: "source.create",
  input: z.strictObject({
    record: SourceRecord,
    origins: ClaimedOrigins.optional(),
    original: OriginalText.optional(),
  }),
  run: (actor, { record, origins, original }) =>
    inTransaction(async (tx) => {
      if (!may("source.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      const added = await addSource(tx, record, actor.id, { origins, original });
      if (!added.ok)
        return fail({ kind: "duplicate", message: `The library has it: “${added.error.title}”.`, ...added.error });
      const sourceId = added.value;
      const likely = await noteLikely(tx, sourceId, record);
      await recordEvent(tx, actor, { type: "source.created", article: null, data: { source: sourceId, record } });
      return ok({ sourceId, likely });
    }),
});
