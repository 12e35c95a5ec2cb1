import { type Actor, may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import type { Looks } from "@/domain/looks/looks";
import { db } from "@/server/db";
import { houseLooks } from "@/server/db/looks";

/** What the house decided about its readers, and what waits of them: on ten articles at most, those with the most first. */
export type ReadersSettings = {
  corrections: Looks["corrections"];
  reports: { waiting: number; articles: { id: ArticleId; title: string; reports: number }[] };
  /** How many articles readers can find. */
  findable: number;
};

/** The settings about readers, for those who may change them; null for everybody else. */
export async function readersSettings(actor: Actor): Promise<ReadersSettings | null> {
  if (!may("settings.edit", actor)) return null;
  const { corrections } = await houseLooks(db);
  const waiting = await db.readerReport.count({ where: { outcome: null } });
  const counts = await db.readerReport.groupBy({
    by: ["articleId"],
    where: { outcome: null },
    _count: true,
    orderBy: { _count: { articleId: "desc" } },
    take: 10,
  });
  const rows = await db.article.findMany({
    where: { id: { in: counts.map(({ articleId }) => articleId) } },
    select: { id: true, title: true },
  });
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const articles = counts.map(({ articleId, _count }) => ({
    id: ArticleId.parse(articleId),
    title: titles.get(articleId) ?? "",
    reports: _count,
  }));
  return {
    corrections,
    reports: { waiting, articles },
    findable: await db.publishedArticle.count({ where: { standing: true } }),
  };
}
