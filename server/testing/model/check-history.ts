import { db } from "@/server/db";
import { readEventChain } from "@/server/queries/event-chain";
import type { World } from "./world";

/** What is wrong with history and with the states of articles: facts that it does not know, states that nothing backs. */
export async function faultsOfHistory(world: World, ownerUrl: string): Promise<string[]> {
  const chain = await readEventChain(ownerUrl);
  const faults = chain.kind === "whole" ? [] : [`history is broken at ${chain.event}: ${chain.why}`];
  for (const [what, sql] of Object.entries(breaches)) {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(sql, world.articles);
    faults.push(...rows.map(({ id }) => `${what}: ${id}`));
  }
  return faults;
}

const told = (table: string, type: string, field: string, id = `${table}.id`) =>
  `not exists (select from event where type in (${type}) and data ->> '${field}' = ${id}::text)`;

/** Queries that must find nothing; $1 is the articles of the world. */
const breaches: Record<string, string> = {
  "an edition that history does not know": `select id from edition where article_id = any ($1::uuid[])
    and ${told("edition", "'article.published', 'article.corrected', 'article.retracted'", "edition")}`,
  "a round that history does not know": `select id from review where article_id = any ($1::uuid[])
    and ${told("review", "'review.submitted'", "review")}`,
  "an approval that history does not know": `select id from approval where article_id = any ($1::uuid[])
    and not exists (select from event where article_id = approval.article_id and actor_id = reviewer_id
      and type in ('section.approved', 'article.approved') and data -> 'sections'
        @> jsonb_build_array(jsonb_build_object('section', section_id, 'digest', digest)))`,
  "a revocation that history does not know": `select approval_id as id from approval_revocation
    join approval on approval.id = approval_id where article_id = any ($1::uuid[])
    and not exists (select from event where type = 'approval.revoked'
      and (data ->> 'approval' = approval_id::text or data -> 'fallen' ? approval_id::text))`,
  "a conversation that history does not know": `select id from thread where article_id = any ($1::uuid[])
    and ${told("thread", "'thread.opened'", "thread")}`,
  "a waiver that history does not know": `select id from waiver where article_id = any ($1::uuid[])
    and ${told("waiver", "'waiver.requested'", "waiver")}`,
  "a batch of the log beside history": `select a.id from article a where id = any ($1::uuid[])
    and (select count(*) from step_batch where article_id = a.id) <> (select count(*) from event where article_id = a.id
      and (type in ('article.created', 'article.edited', 'article.restored', 'source.edited', 'source.merged')
        or type = 'reference.changed' and data ->> 'what' in ('added', 'resolved', 'removed')))`,
  "two open rounds, or none where one must be": `select a.id from article a where id = any ($1::uuid[])
    and (select count(*) from review where article_id = a.id and closed_at is null)
      <> case when state in ('in_review', 'approved', 'scheduled') then 1 else 0 end`,
  "an hour without a schedule, or a schedule without an hour": `select id from article where id = any ($1::uuid[])
    and not (case when state = 'scheduled' then num_nonnulls(scheduled_for, scheduled_by, scheduled_as) = 3
      else num_nonnulls(scheduled_for, scheduled_by, scheduled_as) = 0 end)`,
  "an approved draft with a section that nobody approves": `select section.id from section
    join article on article.id = article_id where article_id = any ($1::uuid[]) and deleted_at is null
    and state in ('approved', 'scheduled') and not exists (
      select from approval where section_id = section.id and approval.digest = section.digest
        and not exists (select from approval_revocation where approval_id = approval.id))`,
};
