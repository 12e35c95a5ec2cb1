import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** Keeps what a draft is filed under with the edition that is published now. */
export async function freezeTopics(tx: Tx, articleId: ArticleId, editionId: string): Promise<void> {
  await tx.$executeRaw`insert into edition_topic (edition_id, topic_id)
    select ${editionId}::uuid, topic_id from article_topic where article_id = ${articleId}::uuid`;
}

/** Keeps the topics of one edition with another: with a retraction those of what is retracted. */
export async function copyTopics(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`insert into edition_topic (edition_id, topic_id)
    select ${toId}::uuid, topic_id from edition_topic where edition_id = ${fromId}::uuid`;
}

/** Whether a draft is filed under other topics than an edition of it. */
export async function isRefiled(tx: Tx, articleId: ArticleId, editionId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ refiled: boolean }[]>`
    select exists (
      (select topic_id from article_topic where article_id = ${articleId}::uuid
       except select topic_id from edition_topic where edition_id = ${editionId}::uuid)
      union all
      (select topic_id from edition_topic where edition_id = ${editionId}::uuid
       except select topic_id from article_topic where article_id = ${articleId}::uuid)
    ) as refiled`;
  return row?.refiled ?? false;
}
