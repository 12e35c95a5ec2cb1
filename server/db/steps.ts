import { z } from "zod";
import { type ArticleId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** The most steps that one batch may hold; the editor sends no more at once. */
export const stepsPerBatch = 500;

/** A batch of the log with steps in it; `firstStep` is the number of its first. */
export type LoggedSteps = {
  version: number;
  firstStep: number;
  steps: Record<string, unknown>[];
  clientId: string;
  author: UserId;
};

/** The steps that an article has had since it counted `since` of them, in the batches that they were saved in. */
export async function stepsSince(tx: Tx, articleId: ArticleId, since: number): Promise<LoggedSteps[]> {
  const rows = await tx.stepBatch.findMany({
    where: { articleId, firstStep: { gt: since - stepsPerBatch } },
    orderBy: { version: "asc" },
    select: { version: true, firstStep: true, steps: true, clientId: true, authorId: true },
  });
  return rows.flatMap(({ version, firstStep, steps: stored, clientId, authorId }) => {
    const seen = Math.max(0, since - firstStep);
    const steps = StepsJson.parse(stored).slice(seen);
    if (steps.length === 0) return [];
    return [{ version, firstStep: firstStep + seen, steps, clientId: clientId ?? "", author: UserId.parse(authorId) }];
  });
}

/** Batches as an editor takes them in: one client for each step, and how many steps the article has after them. */
export function asReceived(batches: readonly LoggedSteps[], since: number) {
  const steps = batches.flatMap((batch) => batch.steps);
  const clientIds = batches.flatMap((batch) => batch.steps.map(() => batch.clientId));
  return { steps, clientIds, stepCount: since + steps.length };
}

const StepsJson = z.array(z.record(z.string(), z.unknown()));
