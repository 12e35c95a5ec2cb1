import { languageOf } from "@/domain/publishing/language";
import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { newId } from "./ids";

/** The number of the edition that readers have of an article; null while they have none, or none that stands. */
export async function standingEdition(tx: Tx, articleId: string): Promise<number | null> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { liveEditionId: true, withdrawnAt: true },
  });
  if (!article?.liveEditionId || article.withdrawnAt) return null;
  const live = await tx.edition.findUnique({ where: { id: article.liveEditionId } });
  return live && live.kind !== "retraction" ? live.number : null;
}

/** Whether the work of an article has an article in this language already, leaving one article out. */
export async function isTranslatedInto(tx: Tx, of: string, locale: string | null, except: string): Promise<boolean> {
  const own = await tx.translation.findUnique({ where: { articleId: of }, select: { work: true } });
  const members = own ? await tx.translation.findMany({ where: { work: own.work }, select: { articleId: true } }) : [];
  const ids = [of, ...members.map(({ articleId }) => articleId)].filter((id) => id !== except);
  const articles = await tx.article.findMany({ where: { id: { in: ids } }, select: { locale: true } });
  return articles.some((article) => tongue(article.locale) === tongue(locale));
}

const tongue = (locale: string | null): string => (locale ? languageOf(locale) : "");

/** Makes an article a translation of another as readers have it now; both are of one work from then on. */
export async function joinWork(tx: Tx, articleId: ArticleId, ofArticle: ArticleId): Promise<number | null> {
  const known = await tx.translation.findUnique({ where: { articleId: ofArticle }, select: { work: true } });
  const work = known?.work ?? newId();
  if (!known) await tx.translation.create({ data: { articleId: ofArticle, work } });
  const ofEdition = await standingEdition(tx, ofArticle);
  const data = { work, ofArticle, ofEdition };
  await tx.translation.upsert({ where: { articleId }, create: { articleId, ...data }, update: data });
  return ofEdition;
}
