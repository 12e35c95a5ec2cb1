import { ArticleId, type SourceId, UserId } from "@/domain/ids";
import { type SourceTaskKind, sourceTaskKinds } from "@/domain/source/tasks";
import type { Tx } from "@/server/db";
import { newId } from "@/server/db/ids";

/** Who answers for an article that cites a source, in its draft or in the edition that readers have. */
export type Citing = { articleId: ArticleId; ownerId: UserId };

/** The articles whose draft lists a source or whose live edition rests on it. */
export async function citingArticles(tx: Tx, sourceId: SourceId): Promise<Citing[]> {
  const rows = await tx.$queryRaw<{ id: string; owner_id: string }[]>`
    select article.id, owner_id from article
    where id in (select article_id from reference where source_id = ${sourceId}::uuid and removed_at is null)
       or live_edition_id in (select id from edition where "references" @> ${JSON.stringify([{ sourceId }])}::jsonb)
    order by article.id`;
  return rows.map((row) => ({ articleId: ArticleId.parse(row.id), ownerId: UserId.parse(row.owner_id) }));
}

/** All articles of which any edition rests on a source: their pages may say something else now. */
export async function articlesResting(tx: Tx, sourceId: SourceId): Promise<ArticleId[]> {
  const rows = await tx.$queryRaw<{ article_id: string }[]>`
    select distinct article_id from edition where "references" @> ${JSON.stringify([{ sourceId }])}::jsonb order by 1`;
  return rows.map((row) => ArticleId.parse(row.article_id));
}

/**
 * Opens a task for an article and a source, or gives the open one its new words and its article's owner. One that a
 * person has finished since `since`, when its cause began, is not opened again.
 */
export async function openTask(tx: Tx, { kind, sourceId, citing, words, since }: OpenTask): Promise<void> {
  const { articleId, ownerId } = citing;
  const finished = await tx.task.findFirst({
    where: { kind, articleId, sourceId, doneById: { not: null }, doneAt: { gte: since } },
    select: { id: true },
  });
  if (finished) return;
  await tx.$executeRaw`
    insert into task (id, kind, article_id, source_id, assignee_id, words)
    values (${newId()}::uuid, ${kind}, ${articleId}::uuid, ${sourceId}::uuid, ${ownerId}::uuid, ${words})
    on conflict (kind, coalesce(article_id, '00000000-0000-0000-0000-000000000000'),
      coalesce(source_id, '00000000-0000-0000-0000-000000000000')) where done_at is null
    do update set words = excluded.words, assignee_id = excluded.assignee_id`;
}

type OpenTask = { kind: SourceTaskKind; sourceId: SourceId; citing: Citing; words: string; since: Date };

/** Closes what nobody has to do any more: tasks of these kinds about a source, but for the articles that still have to. */
export async function closeTasks(
  tx: Tx,
  sourceId: SourceId,
  kinds: readonly SourceTaskKind[],
  exceptIn: readonly ArticleId[] = [],
): Promise<void> {
  await tx.task.updateMany({
    where: { sourceId, kind: { in: [...kinds] }, doneAt: null, NOT: { articleId: { in: [...exceptIn] } } },
    data: { doneAt: new Date() },
  });
}

/** Closes an article's tasks about sources that neither its draft nor its live edition cites any more. */
export async function settleTasks(tx: Tx, articleId: ArticleId): Promise<number> {
  return tx.$executeRaw`
    update task set done_at = now()
    where article_id = ${articleId}::uuid and done_at is null and kind = any(${[...sourceTaskKinds]}::text[])
      and not exists (select from reference
        where reference.article_id = task.article_id and reference.source_id = task.source_id and removed_at is null)
      and not exists (select from article join edition on edition.id = live_edition_id
        where article.id = task.article_id
          and edition."references" @> jsonb_build_array(jsonb_build_object('sourceId', task.source_id)))`;
}
