import type { ArticleId } from "@/domain/ids";
import { fail, type Result } from "@/domain/result";
import { formatAhead } from "@/server/baking/citations";
import type { CitingRefusal } from "@/server/baking/formatting";

/** A draft whose citations are not formatted as they stand now: nothing was written, and nothing is wrong yet. */
export type Unformatted = { kind: "unformatted" };

const mostRounds = 4;

/**
 * Publishes, and where the citations are not formatted yet formats them outside of the transaction and publishes then. So
 * no row is locked while the engine works, and what is frozen is always of the text that was locked.
 */
export async function withCitations<T, E extends { kind: string }>(
  articleId: ArticleId,
  publish: () => Promise<Result<T, E>>,
): Promise<Result<T, Exclude<E, Unformatted> | CitingRefusal | { kind: "busy" }>> {
  for (let round = 1; round <= mostRounds; round++) {
    const result = await publish();
    if (result.ok) return result;
    if (isFinal(result.error)) return fail(result.error);
    const ahead = await formatAhead(articleId);
    if (!ahead.ok) return ahead;
  }
  return fail({ kind: "busy" });
}

function isFinal<E extends { kind: string }>(error: E): error is Exclude<E, Unformatted> {
  return error.kind !== "unformatted";
}
