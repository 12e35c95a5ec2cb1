import { database } from "@/server/testing/own-database";
import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOn } from "@/server/testing/model/carry";
import { faultsOfEditions } from "@/server/testing/model/check-editions";
import { faultsOfHistory } from "@/server/testing/model/check-history";
import { faultsOfIndexes, faultsOfLogs } from "@/server/testing/model/check-log";
import { faultsOfPages } from "@/server/testing/model/check-pages";
import { type Move, moves } from "@/server/testing/model/moves";
import { watched, watchedTogether } from "@/server/testing/model/watched";
import { db } from "@/server/db";
import { type Dice, openWorld, type World } from "@/server/testing/model/world";

/** How long it goes on: MODEL_MINUTES for a long run; MODEL_SEED and MODEL_PATH to see the run of a failure again. */
const minutes = Number(process.env["MODEL_MINUTES"] || 0.5);
const seed = Number(process.env["MODEL_SEED"] || Date.now() % 2 ** 31);

const path = process.env["MODEL_PATH"];

const die = fc.nat({ max: 1000 });
const dice = fc.record({ who: die, article: die, a: die, b: die });

const doing = (name: string, move: Move, thrown: Dice): fc.AsyncCommand<object, World> => ({
  check: () => true,
  run: (_, world) => watched(world, name, () => move(world, thrown)),
  toString: () => `${name} ${JSON.stringify(thrown)}`,
});
const single = Object.entries(moves).map(([name, move]) => ({
  name,
  one: dice.map((thrown) => doing(name, move, thrown)),
}));
const onward = dice.map((thrown) => doing("carries on", carryOn, thrown));
const together = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(moves)), dice), { minLength: 2, maxLength: 3 })
  .map((several): fc.AsyncCommand<object, World> => {
    const name = several.map(([one]) => one).join(" while ");
    const article = several[0]?.[1].article ?? 0;
    const acts = (world: World) =>
      several.map(
        ([one, thrown]) =>
          async () =>
            (await moves[one]?.(world, { ...thrown, article })) ?? null,
      );
    return {
      check: () => true,
      run: (_, world) => watchedTogether(world, name, acts(world)),
      toString: () => `${name} ${JSON.stringify(several)}`,
    };
  });

/** What is told here more than once happens more often: what leads to editions, and what could undo one wrongly. */
const often = [
  "takes an approval back",
  "retracts",
  "schedules",
  "the law takes it",
  "approves everything",
  "edits a source",
];
const days = fc.commands(
  [
    ...single.flatMap(({ name, one }) => (often.includes(name) ? [one, one, one] : [one])),
    ...Array.from({ length: 40 }, () => onward),
    ...Array.from({ length: 5 }, () => together),
  ],
  { maxCommands: 70, size: "max" },
);

test(
  "whatever people do, one after the other or at once, every promise of the newsroom is kept",
  async () => {
    const end = Date.now() + minutes * 60_000;
    const told: string[] = [];
    let [editions, runs] = [0, 0];
    const property = fc.asyncProperty(days, async (day) => {
      if (Date.now() > end) return;
      const world = await openWorld();
      await fc.asyncModelRun(() => ({ model: {}, real: world }), day);
      expect(await faultsOfLogs(world)).toEqual([]);
      expect(await faultsOfIndexes(world)).toEqual([]);
      expect(await faultsOfEditions(world)).toEqual([]);
      expect(await faultsOfPages(world)).toEqual([]);
      expect(await faultsOfHistory(world, database.ownerUrl)).toEqual([]);
      told.push(...world.told);
      runs++;
      editions += await db.edition.count({ where: { articleId: { in: world.articles } } });
    });
    await fc.assert(property, {
      seed,
      numRuns: Math.ceil(minutes * 60),
      endOnFailure: true,
      ...(path ? { path } : {}),
    });
    report(told, `${runs} runs, ${editions} editions, seed ${seed}`);
    expect(runs > 0 && told.some((line) => line.endsWith("granted")), "something was done").toBe(true);
  },
  minutes * 60_000 + 60_000,
);

/** After a long run: how often each thing was done and how often it was refused. */
function report(told: string[], summary: string): void {
  if (!process.env["MODEL_MINUTES"]) return;
  const counts = new Map<string, number>();
  for (const line of told) if (!line.includes(" while ")) counts.set(line, (counts.get(line) ?? 0) + 1);
  const lines = [...counts].toSorted().map(([line, count]) => `${String(count).padStart(6)} ${line}`);
  process.stdout.write(`${summary}\n${lines.join("\n")}\n`);
}
