import { z } from "zod";
import { may } from "@/domain/access/policy";
import { canonicalJson } from "@/domain/document/canonical";
import { ArticleId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { type IdentityKey, identityKeys, keyText } from "@/domain/source/identity";
import { ClaimedOrigins, OriginalText, originsAfter } from "@/domain/source/origins";
import { SourceRecord } from "@/domain/source/record";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { noteLikely } from "@/server/db/duplicates";
import { record as recordEvent } from "@/server/db/events";
import { json, originsFrom, recordFrom } from "@/server/db/rows";
import { linkSource } from "@/server/db/links";
import { holderOf, lockSources, projectionsOf } from "@/server/db/sources";
import { resaveArticles } from "./resave-articles";

/**
 * Changes a source's record, and with it every text that cites it: their digests, and so what was approved of them. A
 * field that changed was typed by the actor, unless it is claimed from a service; the first original text stays.
 */
export const edit = command({
  name: "source.edit",
  input: z.strictObject({
    sourceId: SourceId,
    version: z.int(),
    record: SourceRecord,
    origins: ClaimedOrigins.optional(),
    original: OriginalText.optional(),
  }),
  run: (actor, { sourceId, version, record, origins = {}, original = null }) =>
    inTransaction(async (tx) => {
      if (!may("source.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      await lockSources(tx, [sourceId]);
      const source = await tx.source.findUnique({ where: { id: sourceId } });
      if (!source) return fail({ kind: "not-found" });
      if (source.mergedIntoId) return fail({ kind: "wrong-state", message: "The source was merged into another one." });
      if (source.version !== version)
        return fail({ kind: "stale", message: "Somebody else changed the source. Look at it again." });
      const before = recordFrom(source.record);
      if (canonicalJson(before) === canonicalJson(record)) return ok({ version, articles: [] });
      const holder = await holderOf(tx, identityKeys(record), sourceId);
      if (holder)
        return fail({
          kind: "duplicate",
          message: `Another source has this identifier: “${holder.title}”.`,
          ...holder,
        });

      const now = new Date();
      const change = { known: originsFrom(source.origins), claimed: origins, by: actor.id, at: now.toISOString() };
      await tx.source.update({
        where: { id: sourceId },
        data: {
          ...projectionsOf(record),
          origins: json(originsAfter({ ...change, before, after: record })),
          original: source.original ?? original,
          version: version + 1,
          updatedAt: now,
        },
      });
      await replaceKeys(tx, sourceId, identityKeys(before), identityKeys(record));
      await noteLikely(tx, sourceId, record);
      await linkSource(tx, sourceId, record);
      const fact = { type: "source.edited", data: { source: sourceId, before, record } } as const;
      const touched = await resaveArticles(tx, actor, await listedIn(tx, sourceId), fact);
      await recordEvent(tx, actor, { ...fact, article: null });
      return ok({ version: version + 1, articles: touched });
    }),
});

/** Keys that came with a merge and are not in the record stay the source's own. */
async function replaceKeys(tx: Tx, sourceId: SourceId, before: IdentityKey[], after: IdentityKey[]): Promise<void> {
  const kept = new Set(after.map(keyText));
  const gone = before.filter((key) => !kept.has(keyText(key)));
  if (gone.length > 0) await tx.sourceKey.deleteMany({ where: { sourceId, OR: gone } });
  await tx.sourceKey.createMany({ data: after.map((key) => ({ ...key, sourceId })), skipDuplicates: true });
}

async function listedIn(tx: Tx, sourceId: SourceId): Promise<ArticleId[]> {
  const rows = await tx.reference.findMany({
    where: { sourceId, removedAt: null },
    distinct: ["articleId"],
    orderBy: { articleId: "asc" },
    select: { articleId: true },
  });
  return rows.map((row) => ArticleId.parse(row.articleId));
}
