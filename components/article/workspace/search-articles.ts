import type { ArticleHit } from "@/components/article/fixes/tools";
import { read } from "./read";

/** Articles of the house by words of their titles; null where the desk does not answer. */
export const searchArticles = (query: string): Promise<ArticleHit[] | null> =>
  read<ArticleHit[]>(`/api/articles?q=${encodeURIComponent(query)}`);
