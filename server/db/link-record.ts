import { type LinkState, linkStates } from "@/domain/source/facts";
import type { LinkRecord } from "@/domain/source/link-state";
import type { SourceLink } from "@/server/db/generated/client";

/** A stored state of an address as its type; the column allows no other. */
export function linkStateFrom(text: string): LinkState {
  const state = linkStates.find((one) => one === text);
  if (!state) throw new Error(`there is no link state ${text}`);
  return state;
}

/** A row as what the looks come to so far. */
export const linkRecordFrom = (row: SourceLink): LinkRecord => ({
  state: linkStateFrom(row.state),
  since: row.since.getTime(),
  failures: row.failures,
  notThere: row.notThere,
  failingSince: row.failingSince?.getTime() ?? null,
  countedAt: row.countedAt?.getTime() ?? null,
});
