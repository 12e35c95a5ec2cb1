import type { Actor } from "@/domain/access/policy";
import type { ArticleId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { addJobs } from "@/server/db/jobs";
import { type EventType, reactions } from "@/server/jobs/reactions";

/** A fact as history keeps it: what happened, to which article if to one, and the particulars as plain JSON. */
export type Fact = { type: EventType; article: ArticleId | null; data: Record<string, unknown> };

/** Writes history and whatever must follow from it, or neither. Call it last: the chain's head stays locked till commit. */
export async function record(tx: Tx, actor: Actor, fact: Fact): Promise<void> {
  await addJobs(tx, reactions(fact));
  await tx.$executeRaw`
    insert into event (type, actor_id, article_id, data)
    values (${fact.type}, ${actor.id}::uuid, ${fact.article}::uuid, ${JSON.stringify(fact.data)}::jsonb)`;
}
