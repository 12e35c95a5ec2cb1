import type { Tx } from "@/server/db";
import type { Job } from "@/server/jobs/reactions";

/** Adds a job in this transaction: it exists only if all else does. */
export async function addJob(tx: Tx, { task, payload, key, at }: Job): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}, run_at => ${at ?? null}::timestamptz)`;
}
