import { z } from "zod";
import { ArticleId, TopicId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { rebakeArticle, rebakeLists } from "@/server/baking/from-database";
import { bakeTopicAddresses, moveTopicList } from "@/server/baking/topics";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";

const articlesAtOnce = 5;
const listsAtOnce = 50;

/**
 * Shows readers what became of a topic: its list under its present address, its name on its articles where
 * that is another, and at last the way from where it was. Many small transactions, each safe to run twice; the old pages are served until the new ones stand.
 */
export const bakeTopic = command({
  name: "topic.bake",
  input: z.strictObject({ topicId: TopicId, articles: z.boolean() }),
  run: async (actor, { topicId, articles }) => {
    if (actor.id) return fail({ kind: "forbidden" });
    await inTransaction((tx) => moveTopicList(tx, topicId));
    for (let last = articles ? await bakeSome(topicId, null) : null; last; last = await bakeSome(topicId, last)) {
      // Until no article is left.
    }
    while ((await inTransaction((tx) => rebakeLists(tx, listsAtOnce))) > 0) {
      // Until no list is left.
    }
    await inTransaction(bakeTopicAddresses);
    return ok({});
  },
});

type Published = { id: string; firstAt: Date };

/** Bakes the next few articles of a topic and of what was merged with it, the oldest first, as their pages of the list are counted; null when none is left. */
const bakeSome = (topicId: TopicId, after: Published | null): Promise<Published | null> =>
  inTransaction(async (tx) => {
    const next = await nextOf(tx, topicId, after);
    // Locked in the order of their ids, as whoever bakes translations does.
    const ids = next.map(({ id }) => id).sort();
    await tx.$queryRaw`select id from article where id = any (${ids}::uuid[]) order by id for update`;
    for (const { id } of next) await rebakeArticle(tx, ArticleId.parse(id));
    return next.at(-1) ?? null;
  });

const nextOf = (tx: Tx, topicId: TopicId, after: Published | null): Promise<Published[]> =>
  tx.$queryRaw`select distinct published_article.article_id as id, first_at as "firstAt" from published_article
    join edition_topic using (edition_id) join topic on topic.id = topic_id
    where (topic.id = ${topicId}::uuid or merged_into in (${topicId}::uuid, (select merged_into from topic where id = ${topicId}::uuid)))
      and (${after?.firstAt ?? null}::timestamptz is null
        or (first_at, published_article.article_id) > (${after?.firstAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by first_at, published_article.article_id limit ${articlesAtOnce}`;
