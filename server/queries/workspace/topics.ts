import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** A topic to choose from, and whether the draft is filed under it. */
export type TopicChoice = { id: string; name: string; chosen: boolean };

/** All topics that stand, by name. */
export const topicsFor = (tx: Tx, articleId: ArticleId): Promise<TopicChoice[]> =>
  tx.$queryRaw`select id::text, name, exists (
      select from article_topic join topic as own on own.id = topic_id
      where article_id = ${articleId}::uuid and coalesce(own.merged_into, own.id) = topic.id) as chosen
    from topic where merged_into is null and removed_at is null order by lower(name) limit 500`;
