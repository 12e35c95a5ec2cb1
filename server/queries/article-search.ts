import { type Actor, may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { searchWords } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { likeWord } from "./like-word";

/** An article that a link may point at. */
export type FoundArticle = { id: ArticleId; title: string; published: boolean };

/** At most eight articles whose title has every word of the query, the newest first; null for who may not look. */
export async function articleSearch(actor: Actor, query: string): Promise<FoundArticle[] | null> {
  if (!may("article.read", actor)) return null;
  const rows = await db.article.findMany({
    where: {
      withdrawnAt: null,
      AND: searchWords(query).map((word) => ({ title: { contains: likeWord(word), mode: "insensitive" as const } })),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: 8,
    select: { id: true, title: true, liveEditionId: true },
  });
  return rows.map(({ id, title, liveEditionId }) => ({
    id: ArticleId.parse(id),
    title: title || "Untitled",
    published: liveEditionId !== null,
  }));
}
