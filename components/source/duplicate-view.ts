import type { SourceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import type { SourceIdentity } from "./library-view";

/** One of two sources that are likely the same work; `usedIn` counts the articles that have it on their lists. */
export type Twin = { id: SourceId; version: number; record: SourceRecord; keys: SourceIdentity[]; usedIn: number };

/** Two sources that are likely one work, and why; the first is the one to keep unless somebody says otherwise. */
export type Pair = { two: readonly [Twin, Twin]; score: number; reason: string };

export const pairKey = ({ two: [one, other] }: Pair): string => [one.id, other.id].toSorted().join(" ");

/** What was done with a pair last, so that it can be taken back. */
export type Done = { pair: Pair; what: "merged"; mergeId: string; kept: Twin } | { pair: Pair; what: "dismissed" };
