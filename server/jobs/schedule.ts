import { type CronItem, parseCronItems } from "graphile-worker";

/** What runs when, in UTC (`minute hour day month weekday`): one table. A task stands once; graphile-worker claims each hour once. */
export const schedule: readonly (CronItem & { identifier: string })[] = [
  { task: "find-duplicates", match: "40 2 * * *", identifier: "find-duplicates" },
  { task: "check-links", match: "* * * * *", identifier: "check-links", options: { jobKey: "check-links" } },
  {
    task: "check-standings",
    match: "*/10 * * * *",
    identifier: "check-standings",
    options: { jobKey: "check-standings" },
  },
  { task: "count-health", match: "50 * * * *", identifier: "count-health" },
  { task: "link-sources", match: "5 * * * *", identifier: "link-sources", options: { jobKey: "link-sources" } },
  { task: "refresh-news", match: "*/10 * * * *", identifier: "refresh-news", options: { jobKey: "refresh-news" } },
  { task: "prune-captures", match: "20 3 * * *", identifier: "prune-captures" },
];

/** The table as the worker takes it; a line that cannot be read stops the worker at its start. */
export const parsedSchedule = () => parseCronItems([...schedule]);
