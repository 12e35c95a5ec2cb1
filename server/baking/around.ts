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
    alternates: await alternatesOf(tx, articleId),
  };
}

/** The other languages of the same work that stand published; itself is not among them. */
const alternatesOf = (tx: Tx, articleId: ArticleId): Promise<Alternate[]> =>
  tx.$queryRaw`select coalesce(article.locale, language) as language, published_article.slug, published_article.title
    from translation as own
    join translation as other on other.work = own.work and other.article_id <> own.article_id
    join published_article on published_article.article_id = other.article_id
    join article on article.id = other.article_id
    where own.article_id = ${articleId}::uuid and standing order by 1, 2`;
