import type { Actor } from "@/domain/access/policy";
import type { ArticleId } from "@/domain/ids";
import { type Job, reactions, type EventType } from "@/server/jobs/reactions";
import type { Tx } from "@/server/db";

/** A fact as history keeps it: what happened, to which article if to one, and the particulars as plain JSON. */
export type Fact = { type: EventType; article: ArticleId | null; data: Record<string, unknown> };

/** Writes history and whatever must follow from it, or neither. Call it last: the chain's head stays locked till commit. */
export async function record(tx: Tx, actor: Actor, fact: Fact): Promise<void> {
  await addJobs(tx, reactions(fact));
  await tx.$executeRaw`
    insert into event (type, actor_id, article_id, data)
    values (${fact.type}, ${actor.id}::uuid, ${fact.article}::uuid, ${JSON.stringify(fact.data)}::jsonb)`;
}

/** Has something done later, if this transaction comes to its end. */
export const addJob = (tx: Tx, job: Job): Promise<void> => addJobs(tx, [job]);

async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.$executeRaw`
    select graphile_worker.add_job(task, payload, job_key => key, run_at => at)
    from json_to_recordset(${JSON.stringify(jobs)}::json) as job (task text, payload json, key text, at timestamptz)`;
}
