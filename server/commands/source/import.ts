import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId, type SourceId, type UserId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { record as recordEvent } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { type Brought, importSources } from "@/server/db/import-sources";
import { referenceFor } from "@/server/db/references";
import { recordFrom } from "@/server/db/rows";
import { saveDraft } from "@/server/db/save-draft";
import { standingSource } from "@/server/db/sources";

/**
 * Brings the next entries of a bibliography in, as many as are asked for, and says how far it is. Called until none waits;
 * each call stands by itself, so an import that broke off goes on where it was and no entry comes in twice.
 */
export const importNext = command({
  name: "source.import",
  input: z.strictObject({ bibliographyId: z.uuid(), size: z.int().min(1).max(1000) }),
  run: (actor, { bibliographyId, size }) =>
    inTransaction(async (tx) => {
      if (!may("source.import", actor) || !actor.id) return fail({ kind: "forbidden" });
      await tx.$queryRaw`select id from bibliography where id = ${bibliographyId}::uuid for update`;
      const file = await tx.bibliography.findUnique({ where: { id: bibliographyId } });
      if (!file || file.byId !== actor.id) return fail({ kind: "not-found" });
      const draft = file.articleId ? await lockDraft(tx, ArticleId.parse(file.articleId)) : null;
      if (file.articleId && (!draft || !may("article.edit", actor)))
        return fail({ kind: draft ? "forbidden" : "not-found" });

      const waiting = await tx.bibliographyEntry.findMany({
        where: { bibliographyId, outcome: null },
        orderBy: { position: "asc" },
        take: size,
      });
      const from = `${file.format} file ${file.name}`;
      const incoming = waiting.flatMap(({ record, raw }) =>
        record === null ? [] : [{ record: recordFrom(record), original: raw, from }],
      );
      const brought = await importSources(tx, incoming, actor.id);
      await noteOutcomes(
        tx,
        bibliographyId,
        waiting.map(({ position }) => position),
        brought,
      );
      const counts = await countsOf(tx, bibliographyId);
      if (counts.waiting === 0 && !file.doneAt)
        await tx.bibliography.update({ where: { id: bibliographyId }, data: { doneAt: new Date() } });
      const version = draft ? await listThem(tx, { ...actor, id: actor.id }, draft, brought) : null;
      if (brought.length > 0) {
        const added = brought.filter((one) => one.added).map(({ sourceId }) => sourceId);
        await recordEvent(tx, actor, {
          type: "source.imported",
          article: null,
          data: {
            bibliography: bibliographyId,
            name: file.name,
            added: added.length,
            known: brought.length - added.length,
            sources: added,
          },
        });
      }
      return ok({ ...counts, version });
    }),
});

async function noteOutcomes(
  tx: Tx,
  bibliographyId: string,
  positions: number[],
  brought: readonly Brought[],
): Promise<void> {
  await tx.$executeRaw`
    update bibliography_entry e set source_id = b.source_id, outcome = case when b.added then 'added' else 'known' end
    from unnest(${positions}::int[], ${brought.map(({ sourceId }) => sourceId)}::uuid[], ${brought.map(({ added }) => added)}::boolean[])
      as b (position, source_id, added)
    where e.bibliography_id = ${bibliographyId}::uuid and e.position = b.position`;
}

type Counts = { total: number; added: number; known: number; failed: number; waiting: number };

async function countsOf(tx: Tx, bibliographyId: string): Promise<Counts> {
  const rows = await tx.bibliographyEntry.groupBy({ by: ["outcome"], where: { bibliographyId }, _count: true });
  const of = (outcome: string | null): number => rows.find((row) => row.outcome === outcome)?._count ?? 0;
  const counts = { added: of("added"), known: of("known"), failed: of("failed"), waiting: of(null) };
  return { ...counts, total: counts.added + counts.known + counts.failed + counts.waiting };
}

/** Puts the sources on the article's list, those that are there already once. */
async function listThem(
  tx: Tx,
  actor: { id: UserId; roles: readonly ("editor" | "reviewer" | "admin")[] },
  draft: NonNullable<Awaited<ReturnType<typeof lockDraft>>>,
  brought: readonly Brought[],
): Promise<number> {
  const articleId = ArticleId.parse(draft.article.id);
  const fresh: { reference: ReferenceId; source: SourceId }[] = [];
  for (const { sourceId } of brought) {
    const standing = await standingSource(tx, sourceId);
    if (!standing) continue;
    const { id, added } = await referenceFor(tx, articleId, standing, ReferenceId.parse(newId()));
    if (added) fresh.push({ reference: ReferenceId.parse(id), source: standing });
  }
  if (fresh.length === 0) return draft.article.version;
  const saved = await saveDraft(tx, draft, {
    reason: "reference",
    author: actor.id,
    rebound: fresh.map(({ reference }) => reference),
  });
  for (const { reference, source } of fresh) {
    const title = saved.manuscript.references.find(({ id }) => id === reference)?.source?.record.title ?? null;
    await recordEvent(tx, actor, {
      type: "reference.changed",
      article: articleId,
      data: { what: "added", reference, source, title, sections: saved.changed },
    });
  }
  return saved.version;
}
