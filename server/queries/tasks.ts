import { type Actor, may } from "@/domain/access/policy";
import { ArticleId, SourceId, TaskId } from "@/domain/ids";
import { db } from "@/server/db";

/** Something that a person is asked to do, about an article and a source where it is about them. */
export type ListedTask = {
  id: TaskId;
  kind: string;
  words: string;
  openedAt: string;
  article: { id: ArticleId; title: string } | null;
  source: { id: SourceId; title: string } | null;
};

/** What waits for the actor, the newest first, at most 30; null for whoever has no tasks at all. */
export async function openTasks(actor: Actor): Promise<ListedTask[] | null> {
  if (!may("task.finish", actor) || !actor.id) return null;
  const rows = await db.task.findMany({
    where: { assigneeId: actor.id, doneAt: null },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: 30,
  });
  const articles = await db.article.findMany({
    where: { id: { in: rows.flatMap((row) => row.articleId ?? []) } },
    select: { id: true, title: true },
  });
  const sources = await db.source.findMany({
    where: { id: { in: rows.flatMap((row) => row.sourceId ?? []) } },
    select: { id: true, title: true },
  });
  const article = new Map(articles.map(({ id, title }) => [id, { id: ArticleId.parse(id), title }]));
  const source = new Map(sources.map(({ id, title }) => [id, { id: SourceId.parse(id), title }]));
  return rows.map(({ id, kind, words, openedAt, articleId, sourceId }) => ({
    id: TaskId.parse(id),
    kind,
    words,
    openedAt: openedAt.toISOString(),
    article: (articleId && article.get(articleId)) || null,
    source: (sourceId && source.get(sourceId)) || null,
  }));
}

/** How many tasks wait for the actor. */
export async function taskCount(actor: Actor): Promise<number> {
  return actor.id === null ? 0 : db.task.count({ where: { assigneeId: actor.id, doneAt: null } });
}
