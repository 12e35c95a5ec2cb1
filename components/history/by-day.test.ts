import { expect, test } from "vitest";
import { byDay } from "./by-day";

const line = (at: string, by: string, type: string) => ({ seq: at, at, by, type, words: "did it", times: 1 });

test("a history is told day by day, and a person's work on the source list is told once", () => {
  const days = byDay([
    line("2026-05-02T09:00:00Z", "Mara", "review.submitted"),
    line("2026-05-02T08:03:00Z", "Mara", "reference.changed"),
    line("2026-05-02T08:02:00Z", "Mara", "reference.changed"),
    line("2026-05-02T08:01:00Z", "Otis", "reference.changed"),
    line("2026-05-01T08:00:00Z", "Otis", "reference.changed"),
  ]);
  expect(days.map(({ day, runs }) => [day, runs.map((run) => run.length)])).toEqual([
    ["2026-05-02", [1, 2, 1]],
    ["2026-05-01", [1]],
  ]);
});

test("no line of a history is left out", () => {
  const lines = ["article.edited", "article.edited", "thread.opened"].map((type, at) =>
    line(`2026-05-02T08:0${9 - at}:00Z`, "Mara", type),
  );
  expect(byDay(lines).flatMap(({ runs }) => runs.flat())).toEqual(lines);
});
