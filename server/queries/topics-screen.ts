import { type Actor, may } from "@/domain/access/policy";
import type { TopicId } from "@/domain/ids";
import { inAscii, listPath } from "@/domain/publishing/address";
import { db } from "@/server/db";

/** A topic that stands: how many articles readers find under it (and where, if any), and how many are filed under it on the desk. */
export type ListedTopic = {
  id: TopicId;
  name: string;
  description: string;
  published: number;
  filed: number;
  path: string | null;
};

/** All topics by name; null for who may not look. */
export async function topicsScreen(actor: Actor): Promise<ListedTopic[] | null> {
  if (!may("article.read", actor)) return null;
  const rows = await db.$queryRaw<(Omit<ListedTopic, "path"> & { slug: string })[]>`
    select topic.id, topic.name, topic.slug, description, coalesce(list.articles, 0) as published,
      (select count(distinct article_id)::int from article_topic join topic as own on own.id = topic_id
       where coalesce(own.merged_into, own.id) = topic.id) as filed
    from topic left join list on list.name = 'topic:' || topic.slug
    where merged_into is null and removed_at is null order by lower(topic.name)`;
  return rows.map(({ slug, ...topic }) => ({
    ...topic,
    path: topic.published > 0 ? inAscii(listPath("topic", slug)) : null,
  }));
}
