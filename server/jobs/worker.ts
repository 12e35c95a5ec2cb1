import { run } from "graphile-worker";
import { databaseUrl } from "@/server/db/urls";
import { parsedSchedule } from "./schedule";
import { tasks } from "./tasks";

/** The jobs' process: claims jobs in Postgres, so any number of these may run. Ends cleanly on SIGTERM and SIGINT. */
const runner = await run({
  connectionString: databaseUrl("app"),
  taskList: tasks,
  concurrency: 2,
  pollInterval: 1000,
  noHandleSignals: true,
  parsedCronItems: parsedSchedule(),
});

// The rules may have changed with the program: drafts that were digested under other rules are digested anew.
await runner.addJob("rejudge", {}, { jobKey: "rejudge" });

for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(signal, () => void runner.stop());
await runner.promise;
process.exit(0);
