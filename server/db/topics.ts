import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { Prisma } from "@/server/db/generated/client";

/** Whoever adds, changes, merges or removes a topic takes this lock first, so that names and addresses stay their one's. */
export const lockTopics = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: topics'))`;

/** The topic with what readers know it by, while it stands; null for one that was merged or removed, or never was. */
export const standingTopic = (tx: Tx, id: string) =>
  tx.topic.findFirst({
    where: { id, mergedInto: null, removedAt: null },
    select: { id: true, slug: true, name: true, description: true },
  });

/** What the rows of `article_topic` or `edition_topic` stand for now: a merged topic is the other, a removed one none. */
const standing = (filed: Prisma.Sql) => Prisma.sql`
  select distinct topic.id, topic.name, topic.slug from (${filed}) as filed
  join topic as own on own.id = filed.topic_id
  join topic on topic.id = coalesce(own.merged_into, own.id) and topic.removed_at is null`;
const ofArticle = (id: ArticleId) => Prisma.sql`select topic_id from article_topic where article_id = ${id}::uuid`;
const ofEdition = (id: string) => Prisma.sql`select topic_id from edition_topic where edition_id = ${id}::uuid`;

/** The topics that an edition is filed under as they stand now, by name. */
export const topicsOfEdition = (tx: Tx, editionId: string): Promise<{ name: string; slug: string }[]> =>
  tx.$queryRaw`select name, slug from (${standing(ofEdition(editionId))}) as topics order by lower(name)`;

/** Keeps what a draft is filed under with the edition that is published now. */
export async function freezeTopics(tx: Tx, articleId: ArticleId, editionId: string): Promise<void> {
  await tx.$executeRaw`insert into edition_topic (edition_id, topic_id)
    select ${editionId}::uuid, id from (${standing(ofArticle(articleId))}) as topics`;
}

/** Keeps the topics of one edition with another: with a retraction those of what is retracted. */
export async function copyTopics(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`insert into edition_topic (edition_id, topic_id)
    select ${toId}::uuid, topic_id from edition_topic where edition_id = ${fromId}::uuid`;
}

/** Whether a draft is filed under other topics than an edition of it; that topics were merged or removed files nothing anew. */
export async function isRefiled(tx: Tx, articleId: ArticleId, editionId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ refiled: boolean }[]>`
    with draft as (${standing(ofArticle(articleId))}), edition as (${standing(ofEdition(editionId))})
    select exists ((select id from draft except select id from edition)
      union all (select id from edition except select id from draft)) as refiled`;
  return row?.refiled ?? false;
}
