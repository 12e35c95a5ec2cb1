import type { ArticleId } from "@/domain/ids";
import type { Alternate, Around } from "@/domain/publishing/around";
import type { Tx } from "@/server/db";
import { topicsOfEdition } from "@/server/db/topics";

/** What stands around an article's text, but its image: the latest edition's topics, the language, the translations. */
export async function aroundOf(tx: Tx, articleId: ArticleId): Promise<Omit<Around, "image">> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { locale: true, liveEditionId: true },
  });
  return {
    locale: article?.locale ?? null,
    topics: article?.liveEditionId ? await topicsOfEdition(tx, article.liveEditionId) : [],
    ...(await workOf(tx, articleId)),
  };
}

/** The languages of its work that stand published, itself left out, and whether it is their original. */
async function workOf(tx: Tx, articleId: ArticleId): Promise<Pick<Around, "isOriginal" | "alternates">> {
  const own = await tx.translation.findUnique({ where: { articleId } });
  const alternates: Alternate[] = await tx.$queryRaw`
    select coalesce(locale, language) as language, published_article.slug, published_article.title,
      of_article is null as "isOriginal"
    from translation join published_article using (article_id) join article on article.id = article_id
    where work = ${own?.work ?? null}::uuid and article_id <> ${articleId}::uuid and standing order by 1, 2`;
  return { isOriginal: !own?.ofArticle, alternates };
}
