import "@/server/testing/own-database";
import { expect, test } from "vitest";
import { parsedSchedule, schedule } from "./schedule";
import { tasks } from "./tasks";

test("every line of the schedule can be read, and names a task that the worker has", () => {
  expect(parsedSchedule()).toHaveLength(schedule.length);
  expect(schedule.filter(({ task }) => !(task in tasks))).toEqual([]);
  expect(new Set(schedule.map(({ identifier }) => identifier)).size).toBe(schedule.length);
});

test("every task of the schedule takes what the schedule hands it", async () => {
  const payload = { _cron: { ts: "2026-03-02T12:00:00.000Z", backfilled: false } };
  for (const { task } of schedule) await tasks[task]?.(payload, {} as never);
});
