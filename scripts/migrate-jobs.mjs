import { Logger, runMigrations } from "graphile-worker";
import { onDatabase } from "./database.mjs";

/**
 * Brings the job queue's own schema up to date and lets the app's role use it: its tables have row level security and
 * no policy, so that whoever is not their owner sees nothing in them until a policy says otherwise.
 */
export async function migrateJobs(ownerUrl) {
  await runMigrations({ connectionString: ownerUrl, noHandleSignals: true, logger: new Logger(() => warnings) });
  await onDatabase(ownerUrl, (client) => client.query(grants));
}

/** The queue reports every connection it opens; only what goes wrong is of interest to the person who starts the product. */
function warnings(level, message) {
  if (level === "error" || level === "warning") console.error(message);
}

const grants = `
do $$
declare
  queue_table name;
begin
  if not exists (select from pg_roles where rolname = 'imprimatur_app') then return; end if;
  grant usage on schema graphile_worker to imprimatur_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to imprimatur_app;
  grant usage, select on all sequences in schema graphile_worker to imprimatur_app;
  grant execute on all functions in schema graphile_worker to imprimatur_app;
  for queue_table in
    select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity
      and tablename not in (select tablename from pg_policies where schemaname = 'graphile_worker' and policyname = 'app_runs_jobs')
  loop
    execute format('create policy app_runs_jobs on graphile_worker.%I to imprimatur_app using (true) with check (true)', queue_table);
  end loop;
end $$`;
