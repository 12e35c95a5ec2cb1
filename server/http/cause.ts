import type { FetchFailure } from "./fetch";

/** Why one step failed; where it happened is added by who knows the whole way. */
export type Cause = Pick<FetchFailure, "kind" | "reason">;
