import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** A topic to choose from, and whether the draft is filed under it. */
export type TopicChoice = { id: string; name: string; chosen: boolean };

/** All topics by name. */
export const topicsFor = (tx: Tx, articleId: ArticleId): Promise<TopicChoice[]> =>
  tx.$queryRaw`select id::text, name, article_topic.article_id is not null as chosen
    from topic left join article_topic on topic_id = id and article_id = ${articleId}::uuid
    order by lower(name) limit 500`;
