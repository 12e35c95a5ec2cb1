import type { Tx } from "@/server/db";
import type { Job } from "@/server/jobs/reactions";

/** Adds a job in this transaction: it exists only if all else does. */
export const addJob = (tx: Tx, job: Job): Promise<void> => addJobs(tx, [job]);

/** Adds jobs in this transaction, in one statement. */
export async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.$executeRaw`
    select graphile_worker.add_job(task, payload, job_key => key, run_at => at)
    from json_to_recordset(${JSON.stringify(jobs)}::json) as job (task text, payload json, key text, at timestamptz)`;
}
