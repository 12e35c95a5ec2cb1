import { fail, type Result } from "@/domain/result";
import { type CitationsWanted, formatWanted } from "@/server/baking/citations";
import type { CitingRefusal } from "@/server/baking/formatting";
import { getReady } from "@/server/citing/pool";

/** A draft whose citations are not formatted as they stand now: nothing was written, and nothing is wrong yet. */
export type Unformatted = { kind: "unformatted"; wanted: CitationsWanted };

const mostRounds = 4;

/**
 * Publishes, and where the citations are not formatted yet formats them outside of the transaction and publishes then. So
 * no row is locked while the engine works, and what is frozen is always of the text that was locked. The engine begins
 * meanwhile: an edition's own address is in how it is cited, so there is always something to format.
 */
export async function withCitations<T, E extends { kind: string }>(
  publish: () => Promise<Result<T, E | Unformatted>>,
): Promise<Result<T, E | CitingRefusal | { kind: "busy" }>> {
  getReady();
  for (let round = 1; round <= mostRounds; round++) {
    const result = await publish();
    if (result.ok) return result;
    const { error } = result;
    if (!isUnformatted(error)) return fail(error);
    const ahead = await formatWanted(error.wanted);
    if (!ahead.ok) return ahead;
  }
  return fail({ kind: "busy" });
}

function isUnformatted<E extends { kind: string }>(error: E | Unformatted): error is Unformatted {
  return error.kind === "unformatted";
}
