import { Logger, run } from "graphile-worker";
import { log } from "@/server/commands/log";
import { databaseUrl } from "@/server/db/urls";
import { parsedSchedule } from "./schedule";
import { tasks } from "./tasks";

/** That a job was done is nobody's news; that one failed is. */
const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** The jobs' process: claims jobs in Postgres, so any number of these may run. Ends cleanly on SIGTERM and SIGINT. */
const runner = await run({
  connectionString: databaseUrl("app"),
  taskList: tasks,
  concurrency: 2,
  pollInterval: 1000,
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => log[levels[level]](message)),
  parsedCronItems: parsedSchedule(),
});

// The rules may have changed with the program: drafts that were digested under other rules are digested anew.
await runner.addJob("rejudge", {}, { jobKey: "rejudge" });
// So may the templates: readers then get the pages baked anew, one after the other.
await runner.addJob("bake-for-new-templates", {}, { jobKey: "bake-for-new-templates" });
// So may the rules of identity: the keys of sources are made anew, and what collides is listed as a duplicate.
await runner.addJob("rekey", {}, { jobKey: "rekey" });

for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(signal, () => void runner.stop());
await runner.promise;
process.exit(0);
