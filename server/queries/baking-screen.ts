import { type Actor, may } from "@/domain/access/policy";
import { db } from "@/server/db";

/** How far the last baking of everything came. */
export type BakingScreen = {
  total: number;
  done: number;
  failed: number;
  fault: string | null;
  reason: string;
  startedAt: string;
  finishedAt: string | null;
};

/** The newest run, for those who may have everything baked anew; null for everybody else, and where there was none. */
export async function bakingScreen(actor: Actor): Promise<{ run: BakingScreen | null } | null> {
  if (!may("pages.bake", actor)) return null;
  const run = await db.bakeRun.findFirst({ orderBy: { startedAt: "desc" } });
  if (!run) return { run: null };
  const { total, done, failed, fault, reason, startedAt, finishedAt } = run;
  return {
    run: {
      total,
      done,
      failed,
      fault,
      reason,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    },
  };
}
