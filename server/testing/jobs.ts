import { Logger, runOnce } from "graphile-worker";
import { databaseUrl } from "@/server/db/urls";
import { tasks } from "@/server/jobs/tasks";

/** Does every job that is due, and those that they add, as the worker would; but looks at no address. */
export async function doJobs(): Promise<void> {
  await runOnce({
    connectionString: databaseUrl("app"),
    taskList: { ...tasks, "check-links": () => Promise.resolve() },
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
}
