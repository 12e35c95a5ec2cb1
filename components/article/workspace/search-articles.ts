import type { ArticleHit } from "@/components/article/fixes/tools";
import { read } from "./read";

/** Articles of the house by words of their titles. */
export const searchArticles = (query: string): Promise<ArticleHit[]> =>
  read<ArticleHit[]>(`/api/articles?q=${encodeURIComponent(query)}`, []);
